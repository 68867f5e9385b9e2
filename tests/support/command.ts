import { spawn } from 'node:child_process';
import path from 'node:path';
import type { TestDatabase } from './database';
import { testEnvironment } from './environment';

/** What a command said, and how it ended. */
export interface Ran {
  status: number | null;
  output: string;
}

/**
 * Runs a compiled script (`dist/scripts/NAME.js`) on a database that others may use as well.
 *
 * @param env what it needs beside the tests' values
 */
export async function runCommand(
  database: TestDatabase,
  [name = '', ...args]: string[],
  env: Record<string, string> = {},
): Promise<Ran> {
  const script = path.resolve(__dirname, `../../dist/scripts/${name}.js`);
  const child = spawn(process.execPath, [script, ...args], {
    cwd: path.resolve(__dirname, '../..'),
    env: { ...process.env, ...testEnvironment(database), LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) =>
      resolve({ status, output: Buffer.concat(said).toString('utf8') }),
    );
  });
}
