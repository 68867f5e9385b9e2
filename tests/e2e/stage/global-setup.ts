import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { PROJECT } from '../../loop/build';
import { registerAdministrator } from '../../loop/staff';
import { buildStage } from '../../loop/stage';
import type { Stage } from '../../loop/stage';
import { signedIn } from '../browser/sign-in';
import { CHROMIUM } from './chromium';
import { announceHouse, tokenIn } from './house';
import { inviteStaff, PEOPLE } from './people';

const PANEL = 'dist/build/index.html';

function buildPanel(): void {
  if (existsSync(path.join(PROJECT, PANEL))) return;
  console.log('The panel is not built yet. Building, about two minutes …');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: PROJECT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The build failed. Run npm run build to see why.');
}

/** Fills the studio's database from the project's own timetable; gives the two UUIDs. */
function seed(stage: Stage): { companyId: string; venueId: string } {
  const { status, stdout, stderr } = spawnSync('node', ['scripts/compiled.mjs', 'seed'], {
    cwd: PROJECT,
    env: { ...process.env, ...stage.settings },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The seed failed:\n${stdout}${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as {
    companyId: string;
    venueId: string;
  };
}

async function play(stage: Stage): Promise<void> {
  const { companyId, venueId } = seed(stage);
  await stage.venue.start();
  const { url } = stage.venue;
  await registerAdministrator(url, PEOPLE.owner);
  const browser = await chromium.launch(CHROMIUM);
  try {
    const owner = await signedIn(browser, url, PEOPLE.owner);
    await inviteStaff(url, tokenIn(owner));
    announceHouse({
      url,
      onefitUrl: stage.settings.ONEFIT_BASE_URL ?? '',
      companyId,
      venueId,
      people: PEOPLE,
      signedIn: {
        owner,
        manager: await signedIn(browser, url, PEOPLE.manager),
        desk: await signedIn(browser, url, PEOPLE.desk),
      },
    });
  } finally {
    await browser.close();
  }
}

/** Builds what is missing, opens a studio on a database of its own, and closes it at the end. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  buildPanel();
  const stage = await buildStage(false);
  try {
    await play(stage);
  } catch (error) {
    await stage.clear();
    throw error;
  }
  return () => stage.clear();
}
