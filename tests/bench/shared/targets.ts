/** What a figure should be at least, or at most. */
export type Target = { least: number } | { most: number };

export interface Judged {
  name: string;
  value: number;
  target: Target | null;
  met: boolean;
}

function meets(value: number, target: Target | null): boolean {
  if (target === null) return Number.isFinite(value);
  return 'least' in target ? value >= target.least : value <= target.most;
}

/** Holds figures against their targets; a figure without one only has to be there. */
export function judge(figures: Record<string, number>, targets: Record<string, Target>): Judged[] {
  return Object.entries(figures).map(([name, value]) => {
    const target = targets[name] ?? null;
    return { name, value, target, met: meets(value, target) };
  });
}

function wordOf(target: Target | null): string {
  if (target === null) return '';
  return 'least' in target ? `at least ${target.least}` : `at most ${target.most}`;
}

/** One line a figure: name, value, target, whether it is met. */
export function lines(judged: Judged[]): string[] {
  return judged.map(({ name, value, target, met }) =>
    [
      `  ${name.padEnd(26)}`,
      String(value).padStart(10),
      wordOf(target).padStart(16),
      target === null ? '' : met ? '  met' : '  MISSED',
    ].join(''),
  );
}
