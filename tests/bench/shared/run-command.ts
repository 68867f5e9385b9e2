import { spawn } from 'node:child_process';
import path from 'node:path';

/** What a benchmark printed, and the figures of its last line. */
export interface Ran {
  printed: string;
  figures: Record<string, unknown>;
}

const BENCH = path.resolve(__dirname, '..');

/**
 * Runs a benchmark as a process of its own.
 *
 * @throws Error when it fails or its last line is no JSON
 */
export async function runCommand(
  name: 'booking' | 'outbound',
  args: readonly string[],
): Promise<Ran> {
  const script = path.join(BENCH, name, 'main.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`bench:${name} ended with ${code}.\n${printed}`);
  const last = printed.trimEnd().split('\n').at(-1) ?? '';
  return { printed, figures: JSON.parse(last) as Record<string, unknown> };
}
