import { rmSync } from 'node:fs';

/** Files of deleted sources must not linger in what is compiled: Strapi loads whatever it finds. */
export function cleanDist() {
  rmSync('dist/src', { recursive: true, force: true });
  rmSync('dist/config', { recursive: true, force: true });
  rmSync('dist/tsconfig.tsbuildinfo', { force: true });
}
