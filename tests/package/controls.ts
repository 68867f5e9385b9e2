import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CONTENTS } from './contents';
import { BEHAVIOUR } from './behaviour';

/** A way to break the package on purpose, and the promise that must be found broken. */
interface Break {
  breaks: string;
  /** breaks the copy of the plugin that is packed */
  apply(plugin: string): Promise<void>;
}

/** Replaces what stands in the built server exactly once. */
async function replace(plugin: string, from: string, to: string): Promise<void> {
  const file = path.join(plugin, 'dist/server/index.js');
  const text = await readFile(file, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`"${from}" must stand in ${file} once.`);
  await writeFile(
    file,
    text.replace(from, () => to),
  );
}

export const CONTROLS = {
  'no-dist': {
    breaks: CONTENTS.exports,
    apply: (plugin) => rm(path.join(plugin, 'dist'), { recursive: true }),
  },
  silent: {
    breaks: BEHAVIOUR.says,
    apply: (plugin) => replace(plugin, 'strapi.log.error(`Onefit: ${incomplete(lacking)}`);', ''),
  },
  eager: {
    breaks: BEHAVIOUR.starts,
    apply: (plugin) => replace(plugin, 'const lacking = lackingOf(strapi);', 'let lacking;'),
  },
} satisfies Record<string, Break>;

export type Control = keyof typeof CONTROLS;
