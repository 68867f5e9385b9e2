/**
 * Types, lint and format, side by side: each says what it found when it is done, and one finding
 * fails the whole.
 */
import { spawn } from 'node:child_process';

const CHECKS = ['types', 'lint', 'format:check'];

function run(name) {
  const started = performance.now();
  const running = spawn('npm', ['run', '--silent', name], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const said = [];
  running.stdout.on('data', (chunk) => said.push(chunk));
  running.stderr.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve, reject) => {
    running.once('error', reject);
    running.once('close', (status) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      console.log(`${name}: ${status === 0 ? 'sound' : 'FINDINGS'} (${seconds} s)`);
      if (status !== 0) process.stdout.write(Buffer.concat(said));
      resolve(status === 0);
    });
  });
}

const sound = await Promise.all(CHECKS.map(run));
process.exitCode = sound.every(Boolean) ? 0 : 1;
