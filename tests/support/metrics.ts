/** What `GET /metrics` answered, read strictly: every line must be what the text format has. */
export interface Metrics {
  text: string;
  /** The names of all samples, those of buckets, sums and counts too. */
  names: string[];
  /** Every sample by its name and labels, as they were written. */
  samples: Map<string, number>;
  /**
   * The value of one sample; its labels in any order.
   *
   * @throws Error when there is none
   */
  value(name: string, labels?: Record<string, string>): number;
}

const SAMPLE = /^([a-z_:][a-z0-9_:]*)(?:\{(.*)\})? (-?[0-9.e+-]+|NaN|[+-]Inf)$/i;
const LABEL = /([a-z_][a-z0-9_]*)="((?:[^"\\]|\\.)*)",?/gy;
const COMMENT = /^# (HELP|TYPE) ([a-z_:][a-z0-9_:]*) .+$/i;

function keyOf(name: string, labels: Record<string, string>): string {
  return JSON.stringify([name, Object.entries(labels).sort()]);
}

function labelsOf(text: string): Record<string, string> {
  const found = [...text.matchAll(LABEL)];
  const length = found.reduce((sum, [whole]) => sum + whole.length, 0);
  if (length !== text.length) throw new Error(`These are no labels: ${text}`);
  return Object.fromEntries(found.map(([, label = '', value = '']) => [label, value]));
}

/**
 * Reads Prometheus's text format.
 *
 * @throws Error for a line that is none, a sample that comes twice, a metric declared twice
 */
export function readMetrics(text: string): Metrics {
  const samples = new Map<string, number>();
  const declared = new Set<string>();
  const names = new Set<string>();
  for (const line of text.split('\n').filter((one) => one !== '')) {
    if (line.startsWith('#')) {
      const [, what, metric] = COMMENT.exec(line) ?? [];
      if (what === undefined || metric === undefined) throw new Error(`No comment: ${line}`);
      if (declared.has(`${what} ${metric}`)) throw new Error(`Declared twice: ${metric}`);
      declared.add(`${what} ${metric}`);
      continue;
    }
    const [, name, labels = '', value] = SAMPLE.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Error(`No sample: ${line}`);
    const key = keyOf(name, labelsOf(labels));
    if (samples.has(key)) throw new Error(`A sample comes twice: ${line}`);
    names.add(name);
    samples.set(key, Number(value));
  }
  return {
    text,
    names: [...names],
    samples,
    value(name, labels = {}) {
      const value = samples.get(keyOf(name, labels));
      if (value === undefined) throw new Error(`No sample ${name} ${JSON.stringify(labels)}.`);
      return value;
    },
  };
}
