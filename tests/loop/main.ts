/** `npm run loop`: the whole connection, played once with real processes. See `options.ts`. */
import { performance } from 'node:perf_hooks';
import { buildWhatIsMissing } from './build';
import { HELP, readOptions } from './options';
import { buildStage } from './stage';
import type { Stage } from './stage';
import { allowAndLink } from './steps/allow-and-link';
import { bookAndCancel } from './steps/bookings';
import { cancelAnAppointment } from './steps/cancel-appointment';
import { killTheVenue } from './steps/crashes';
import { editAppointments } from './steps/edits';
import { endTheOrder } from './steps/end';
import { enterOnefitId } from './steps/onefit-id';
import { whileOnefitIsAway } from './steps/onefit-away';
import { orderTheExtension } from './steps/order';
import { switchTheRule } from './steps/rule-off';
import { openTheStudio } from './steps/timetable';
import { beginStory } from './story';
import type { Story } from './story';
import type { World } from './world';

type Chapter = (story: Story, world: World) => Promise<void>;

/** What everything else stands on. */
const BEGINNING: Chapter[] = [orderTheExtension, allowAndLink];

/** Chapters that each hold or fail by themselves, in the order in which they are played. */
const CHAPTERS: Chapter[] = [
  bookAndCancel,
  enterOnefitId,
  editAppointments,
  cancelAnAppointment,
  switchTheRule,
  whileOnefitIsAway,
  killTheVenue,
  endTheOrder,
];

async function play(story: Story, stage: Stage): Promise<void> {
  const world = await openTheStudio(story, stage);
  for (const chapter of BEGINNING) await chapter(story, world);
  for (const chapter of CHAPTERS) {
    await chapter(story, world).catch((reason: unknown) => story.breakOff(reason));
  }
}

async function playOnAStage(story: Story, logs: boolean): Promise<void> {
  buildWhatIsMissing();
  const began = performance.now();
  const stage = await buildStage(logs);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stage.clear().finally(() => process.exit(1)));
  }
  console.log(`On ${stage.database.name}, with the venue at ${stage.venue.url}`);
  try {
    await play(story, stage);
  } finally {
    await stage.clear();
  }
  console.log(`\n${((performance.now() - began) / 1000).toFixed(1)} s in all`);
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const story = beginStory((line) => console.log(line));
  await playOnAStage(story, options.logs).catch((reason: unknown) => story.breakOff(reason));
  console.log(`${story.passed()} passed, ${story.failed()} failed`);
  return story.failed() === 0 ? 0 : 1;
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
