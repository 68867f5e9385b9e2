import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const STAMP = 'dist/.built';
const SOURCES = ['src', 'config', 'scripts', 'package-lock.json', 'tsconfig.json'];
const LEFT_OUT = new Set(['node_modules', 'dist', '.git']);

function newest(entry) {
  const stat = statSync(entry);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(entry)
      .filter((name) => !LEFT_OUT.has(name))
      .map((name) => newest(path.join(entry, name))),
  );
}

function isFresh() {
  if (!existsSync(STAMP) || !existsSync('dist/build/index.html')) return false;
  const built = statSync(STAMP).mtimeMs;
  return SOURCES.every((source) => newest(source) <= built);
}

/** Builds plugins, server and panel when a source is newer than the last build. */
export function buildWhatChanged() {
  if (isFresh()) return;
  console.log('Building plugins, server and admin panel (about two minutes) …');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The build failed. Run npm run build to see why.');
  mkdirSync('dist', { recursive: true });
  writeFileSync(STAMP, '');
}
