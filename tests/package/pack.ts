import { execFile } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The plugin as its package holds it. */
export interface Packed {
  /** paths in the package, sorted */
  files: string[];
  /** where it was unpacked */
  folder: string;
}

/** Packs the plugin as it would be published, and unpacks it again. */
export async function pack(plugin: string, place: string): Promise<Packed> {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', place];
  const { stdout } = await run('npm', args, { cwd: plugin });
  const [told] = JSON.parse(stdout) as Array<{ filename: string; files: Array<{ path: string }> }>;
  if (!told) throw new Error(`npm pack made nothing of ${plugin}: ${stdout}`);
  const folder = path.join(place, 'unpacked');
  await mkdir(folder);
  await run('tar', ['-xzf', path.join(place, told.filename), '-C', folder, '--strip-components=1']);
  return { files: told.files.map(({ path: file }) => file).sort(), folder };
}

/** Copies the plugin, so that a control can break the copy. */
export async function copyPlugin(plugin: string, to: string): Promise<string> {
  const filter = (source: string) => path.basename(source) !== 'node_modules';
  await cp(plugin, to, { recursive: true, filter });
  return to;
}
