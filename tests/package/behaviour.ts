import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Claim } from './claim';
import { NEEDED } from './projects';
import type { Answer, Witness } from './running';

/** What is promised where the project lacks what the plugin stands on. */
export const BEHAVIOUR = {
  starts: 'it starts, and can be asked',
  registers: 'it registers, with its content types and routes',
  says: 'one line of the log names everything that is missing and says what to do',
  absent: 'its partner API is not there',
  refuses: 'its panel routes refuse: a stranger as ever, an administrator with what is missing',
  rests: 'no job of it runs, and it sends nothing',
  lives: 'Strapi goes on, and stops when it is told to',
} as const;

/** What of the services must be named where the types are there and nothing stands behind them. */
const FUNCTIONS = [
  'api::booking.booking → book',
  'api::appointment.appointment → onChanged',
  'api::customer.customer → merge',
  'api::product.product → ensureSystemProduct',
];

/** What must be named as missing in which project. */
export const MISSING = {
  bare: NEEDED.map((name) => `api::${name}.${name}`),
  hollow: FUNCTIONS,
};

function unlike(answers: Answer[], statuses: number[], parts: string[] = []): string[] {
  return answers
    .filter(
      ({ status, body }) =>
        !statuses.includes(status) || parts.some((part) => !body.includes(part)),
    )
    .map(({ asked, status, body }) => `${asked} gave ${status}: ${body.slice(0, 200)}`);
}

/** The section of the README that the line sends its reader to must be there. */
async function says(printed: string[], missing: string[], folder: string): Promise<string[]> {
  const [line, ...more] = printed;
  if (line === undefined) return ['nothing was logged'];
  const readme = await readFile(path.join(folder, 'README.md'), 'utf8');
  const section = /README .*"([^"]+)"/.exec(line)?.[1] ?? 'a section of the README';
  return [
    ...more.map((other) => `it printed more: ${other}`),
    ...missing.filter((part) => !line.includes(part)).map((part) => `not named: ${part}`),
    ...(line.includes('onefit') ? [] : [`it does not say who speaks: ${line}`]),
    ...(readme.includes(`\n## ${section}\n`) ? [] : [`not in the README: ${section}`]),
  ];
}

function registers({ facts, place }: Witness): string[] {
  const found = facts.loaded
    .filter((file) => !file.startsWith(place))
    .map((file) => `it is another one: ${file}`);
  if (!facts.isRegistered) found.push('Strapi does not know it');
  if (facts.types.length === 0) found.push('it has no content types');
  if (facts.routes.length === 0) found.push('it has no routes');
  return found;
}

function rests({ facts, sent }: Witness): string[] {
  const jobs = facts.jobs === 0 ? [] : [`${facts.jobs} jobs are scheduled`];
  return [...jobs, ...sent.map((request) => `sent: ${request}`)];
}

function lives({ health, isRunning }: Witness): string[] {
  return health === 204 && isRunning ? [] : [`/_health gave ${health}`];
}

/** Judges a project that lacks something. */
export async function judgeIncomplete(
  name: keyof typeof MISSING,
  seen: Witness,
  folder: string,
): Promise<Claim[]> {
  const missing = MISSING[name];
  const claims: Record<keyof typeof BEHAVIOUR, string[]> = {
    starts: [],
    registers: registers(seen),
    says: await says(seen.printed, missing, folder),
    // Strapi answers so to other methods than GET where there is nothing.
    absent: unlike(seen.partner, [404, 405]),
    refuses: [
      ...unlike(seen.unsigned, [401]),
      ...unlike(seen.panel, [400], ['project_incomplete', ...missing]),
    ],
    rests: rests(seen),
    lives: lives(seen),
  };
  return Object.entries(claims).map(([key, broken]) => ({
    promise: BEHAVIOUR[key as keyof typeof BEHAVIOUR],
    broken,
  }));
}

/** The package in the project that it was made for: there it does all that it must not do elsewhere. */
export function judgeComplete(seen: Witness): Claim[] {
  const [document, ...calls] = seen.partner;
  return [
    { promise: 'it registers', broken: registers(seen) },
    {
      promise: 'its partner API is there, and asks for a signature',
      broken: [
        ...unlike(document ? [document] : [], [200], ['openapi']),
        ...unlike(calls, [401], ['signature_missing']),
      ],
    },
    {
      promise: 'its panel routes answer an administrator',
      broken: seen.panel
        .filter(({ status, body }) => status >= 500 || body.includes('project_incomplete'))
        .map(({ asked, status, body }) => `${asked} gave ${status}: ${body.slice(0, 200)}`),
    },
    { promise: 'its jobs are scheduled', broken: seen.facts.jobs > 0 ? [] : ['there are none'] },
    { promise: BEHAVIOUR.lives, broken: lives(seen) },
  ];
}
