import { existsSync } from 'node:fs';
import path from 'node:path';
import { groups } from './files';

const ROOT = path.resolve(__dirname, '../..');

/** Files by name; those of a pattern are whatever is there. */
const named = Object.entries(groups).flatMap(([group, { files, tests }]) =>
  [...files, ...tests].filter((file) => !file.includes('*')).map((file) => [group, file] as const),
);

describe('what is mutated, and what must notice', () => {
  it.each(named)('%s: %s is there', (_group, file) => {
    expect(existsSync(path.join(ROOT, file))).toBe(true);
  });
});
