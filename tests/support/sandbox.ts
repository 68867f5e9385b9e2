import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** The sandbox as a process of its own, spoken to over HTTP. */
export interface RunningSandbox {
  url: string;
  smtpUrl: string;
  /** Calls its control API; gives the answer's JSON, throws where it is no 2xx. */
  control<Answer = unknown>(method: string, path: string, body?: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

interface Ready {
  ready: true;
  url: string;
  smtpPort: number;
}

const SANDBOX = path.resolve(__dirname, '../../sandbox');
const START_MS = 20_000;

function readyLine(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The sandbox did not start.')), START_MS);
    const { stdout } = child;
    if (!stdout) throw new Error('The sandbox has no output.');
    createInterface({ input: stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return;
      clearTimeout(timer);
      resolve(JSON.parse(line) as Ready);
    });
    child.once('exit', (code) => reject(new Error(`The sandbox ended with ${code}.`)));
  });
}

/**
 * Starts the sandbox on free ports.
 *
 * @param venueUrl where it finds the venue; can be told later through its control API or a restart
 */
export async function startSandbox(env: Record<string, string> = {}): Promise<RunningSandbox> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: SANDBOX,
    env: {
      ...process.env,
      SANDBOX_PORT: '0',
      SANDBOX_SMTP_PORT: '0',
      ONEFIT_SECRET: 'test-secret',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { url, smtpPort } = await readyLine(child);
  return {
    url,
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    async control(method, route, body) {
      const response = await fetch(`${url}/sandbox/api${route}`, {
        method,
        headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${text}`);
      return (text === '' ? null : JSON.parse(text)) as never;
    },
    async stop() {
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}
