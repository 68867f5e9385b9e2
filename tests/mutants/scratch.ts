import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build, transform } from 'esbuild';
import type { Mutant } from './mutant';

const PROJECT = path.resolve(__dirname, '../..');
const PARTS = ['config', 'database', 'dist', 'public', 'sandbox', 'scripts', 'src', 'tests'];
const FILES = ['jest.config.js', 'package.json', 'tsconfig.json', 'favicon.png'];
const PLUGIN = /^(src\/plugins\/[^/]+)\/server\//;

/** A copy of the built project in which faults can be switched on without touching the original. */
export interface Scratch {
  directory: string;
  /** Switches a fault on. @throws Error when its text does not stand in its file exactly once */
  switchOn(mutant: Mutant): Promise<void>;
  switchOff(mutant: Mutant): Promise<void>;
  remove(): Promise<void>;
}

/** Compiles one file as the build would; a plugin's server is one file. */
async function compile(directory: string, file: string): Promise<void> {
  const plugin = PLUGIN.exec(file)?.[1];
  if (plugin) {
    await build({
      entryPoints: [path.join(directory, plugin, 'server/src/index.ts')],
      outfile: path.join(directory, plugin, 'dist/server/index.js'),
      bundle: true,
      platform: 'node',
      target: 'node20',
      packages: 'external',
      logLevel: 'error',
    });
    return;
  }
  const source = await readFile(path.join(directory, file), 'utf8');
  const { code } = await transform(source, {
    loader: 'ts',
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
  });
  await writeFile(path.join(directory, 'dist', file.replace(/\.ts$/, '.js')), code);
}

/** Copies the project as it is built. Build first. */
export async function makeScratch(): Promise<Scratch> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'mutants-'));
  for (const part of [...PARTS, ...FILES]) {
    await cp(path.join(PROJECT, part), path.join(directory, part), {
      recursive: true,
      filter: (source) => path.basename(source) !== 'node_modules',
    });
  }
  await symlink(path.join(PROJECT, 'node_modules'), path.join(directory, 'node_modules'));

  const originals = new Map<string, string>();
  // The project may be worked on meanwhile; what counts is what was copied.
  async function original(file: string): Promise<string> {
    const known = originals.get(file) ?? (await readFile(path.join(directory, file), 'utf8'));
    originals.set(file, known);
    return known;
  }

  return {
    directory,
    async switchOn({ name, file, from, to }) {
      const source = await original(file);
      if (source.split(from).length !== 2) {
        throw new Error(`Mutant "${name}": its text must stand in ${file} exactly once.`);
      }
      // A function, since a text's dollars are its own.
      await writeFile(
        path.join(directory, file),
        source.replace(from, () => to),
      );
      await compile(directory, file);
    },
    async switchOff({ file }) {
      await writeFile(path.join(directory, file), await original(file));
      await compile(directory, file);
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}
