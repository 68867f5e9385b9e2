import type { Core } from '@strapi/strapi';
import { createKnownVenues } from './known-venues';

let now = 0;

beforeEach(() => jest.spyOn(Date, 'now').mockImplementation(() => now));
afterEach(() => jest.restoreAllMocks());

/** A database that answers when the test lets it. */
function database() {
  const waiting: Array<{ answer(uuids: string[]): void; fail(): void }> = [];
  const select = () =>
    new Promise<Array<{ uuid: string }>>((resolve, reject) => {
      waiting.push({
        answer: (uuids) => resolve(uuids.map((uuid) => ({ uuid }))),
        fail: () => reject(new Error('it is away')),
      });
    });
  const strapi = { db: { connection: () => ({ select }) } } as unknown as Core.Strapi;
  return { waiting, knownVenue: createKnownVenues(strapi) };
}

/** One that knows the venue `a`, half a minute later. */
async function grownOld() {
  const { waiting, knownVenue } = database();
  const first = knownVenue('a');
  waiting[0]?.answer(['a']);
  await first;
  now += 30_001;
  return { waiting, knownVenue };
}

test('a venue is known in either case, by one reading for half a minute', async () => {
  const { waiting, knownVenue } = database();
  const first = Promise.all([knownVenue('a'), knownVenue('A'), knownVenue('b')]);
  waiting[0]?.answer(['a']);
  expect(await first).toEqual(['a', 'a', null]);
  now += 30_000;
  expect(await knownVenue('A')).toBe('a');
  expect(await knownVenue('b')).toBeNull();
  expect(waiting).toHaveLength(1);
});

test('a known venue does not wait while the database is asked anew, and it is asked once', async () => {
  const { waiting, knownVenue } = await grownOld();
  expect(await knownVenue('a')).toBe('a');
  expect(await knownVenue('a')).toBe('a');
  expect(waiting).toHaveLength(2);
});

test('a venue that is new, or gone, is found so by the next reading', async () => {
  const { waiting, knownVenue } = await grownOld();
  const found = knownVenue('new');
  waiting[1]?.answer(['new']);
  expect(await found).toBe('new');
  expect(await knownVenue('a')).toBeNull();
});

test('a database that does not answer keeps nobody waiting for long', async () => {
  const { knownVenue } = database();
  expect(await knownVenue('a')).toBeNull();
});

test('a failed reading takes nothing away, and the next call asks again', async () => {
  const { waiting, knownVenue } = await grownOld();
  const unknown = knownVenue('b');
  waiting[1]?.fail();
  expect(await unknown).toBeNull();
  expect(await knownVenue('a')).toBe('a');
  expect(waiting).toHaveLength(3);
});
