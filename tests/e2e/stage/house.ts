import type { BrowserContext } from '@playwright/test';

/** What a browser keeps of somebody who signed in. */
export type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Somebody who can sign in to the panel. */
export interface Person {
  email: string;
  password: string;
}

/** The people of the studio, by what they do. */
export type Position = 'owner' | 'manager' | 'desk';

/** What the tests are told of the stage: the studio that runs, its people, and Onefit. */
export interface House {
  url: string;
  /** the sandbox that plays Onefit */
  onefitUrl: string;
  companyId: string;
  venueId: string;
  people: Record<Position, Person>;
  /** Everybody signs in once: the venue takes only so many sign-ins a minute. */
  signedIn: Record<Position, SignedIn>;
}

/** The bearer token of somebody who signed in, for calls past the browser. */
export function tokenIn(signedIn: SignedIn): string {
  const cookie = signedIn.cookies.find(({ name }) => name === 'jwtToken');
  if (!cookie) throw new Error('Nobody is signed in.');
  return cookie.value;
}

const VARIABLE = 'E2E_HOUSE';

/** Hands the stage to the tests, which run in another process. */
export function announceHouse(house: House): void {
  process.env[VARIABLE] = JSON.stringify(house);
}

/** The stage of this run. @throws Error when the tests are run without it */
export function theHouse(): House {
  const told = process.env[VARIABLE];
  if (told === undefined) throw new Error('There is no stage: run npm run test:e2e.');
  return JSON.parse(told) as House;
}
