/**
 * `npm run test:package`: packs the plugin `onefit-aggregator` as it would be published, looks at
 * what is in the package, and boots it where it was not made for. See README.md.
 *
 * Ends with 0 when every promise is kept; with `--control`, when the broken one was found.
 */
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runAsCommand } from '../support/command-line';
import { BEHAVIOUR, judgeComplete, judgeIncomplete } from './behaviour';
import { claimLines } from './claim';
import type { Claim } from './claim';
import { judgeContents } from './contents';
import { CONTROLS } from './controls';
import { readOptions, USAGE } from './options';
import { copyPlugin, pack } from './pack';
import type { Packed } from './pack';
import { bareProject, hollowProject, installModules, venueProject } from './projects';
import { witness } from './running';

const PROJECT = path.resolve(__dirname, '../..');
const PLUGIN = path.join(PROJECT, 'src/plugins/onefit-aggregator');

/** A project that does not even start keeps no promise; why is printed. */
async function judged(name: string, judge: () => Promise<Claim[]>): Promise<Claim[]> {
  const claims = await judge().catch((error: unknown) => [
    { promise: BEHAVIOUR.starts, broken: String(error).split('\n').slice(0, 30) },
  ]);
  for (const line of [name, ...claimLines(claims)]) console.log(line);
  return claims;
}

/** All promises in all projects; a control needs the bare one alone. */
async function judgeAll(packed: Packed, place: string, control: boolean): Promise<Claim[]> {
  const { folder } = packed;
  const claims = await judged('The package', () => judgeContents(packed, PROJECT));
  const inPlace = (name: string) => path.join(place, name);
  const modules = inPlace('node_modules');
  await installModules(PROJECT, packed, modules);
  claims.push(
    ...(await judged('In a bare project', async () => {
      const project = await bareProject(modules, inPlace('bare'));
      return judgeIncomplete('bare', await witness(project), folder);
    })),
  );
  if (control) return claims;
  claims.push(
    ...(await judged('Among content types with nothing behind them', async () => {
      const project = await hollowProject(modules, inPlace('hollow'));
      return judgeIncomplete('hollow', await witness(project), folder);
    })),
    ...(await judged('In the venue’s project', async () =>
      judgeComplete(await witness(await venueProject(PROJECT, modules, packed, inPlace('venue')))),
    )),
  );
  return claims;
}

async function main(): Promise<number> {
  const { control } = readOptions(process.argv.slice(2));
  const place = await realpath(await mkdtemp(path.join(os.tmpdir(), 'package-')));
  try {
    const plugin = await copyPlugin(PLUGIN, path.join(place, 'plugin'));
    if (control) await CONTROLS[control].apply(plugin);
    await mkdir(path.join(place, 'packed'));
    const packed = await pack(plugin, path.join(place, 'packed'));
    const claims = await judgeAll(packed, place, control !== null);
    const broken = claims.filter((claim) => claim.broken.length > 0);
    if (control) {
      const found = broken.some(({ promise }) => promise === CONTROLS[control].breaks);
      console.log(`${found ? 'found' : 'NOT FOUND'}: ${CONTROLS[control].breaks}`);
      console.log(found ? '1 passed, 0 failed' : '0 passed, 1 failed');
      return found ? 0 : 1;
    }
    console.log(`${claims.length - broken.length} passed, ${broken.length} failed`);
    return broken.length === 0 ? 0 : 1;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

runAsCommand(USAGE, main);
