import fc from 'fast-check';
import { occurrences } from '../../src/api/activity/domain/recurrence';
import {
  dayNumber,
  dayOf,
  fallsOn,
} from '../../src/plugins/front-desk/admin/src/content-manager/dates/timetable/calendar';
import { INCOMPLETE } from '../../src/plugins/front-desk/admin/src/content-manager/dates/timetable/draft';
import { problemsOf } from '../../src/plugins/front-desk/admin/src/content-manager/dates/timetable/problems';
import { readRule } from '../../src/plugins/front-desk/admin/src/content-manager/dates/timetable/read-rule';
import type { Period } from '../../src/plugins/front-desk/admin/src/content-manager/dates/timetable/timetable';
import { writeRule } from '../../src/plugins/front-desk/admin/src/content-manager/dates/timetable/write-rule';
import { makeActivity, makeAppointment, makePlace } from '../support/content';
import type { Doc } from '../support/content';
import { bookOwn } from '../support/own-place';
import { codeOf } from '../support/refused';
import { contentManager } from '../support/staff';
import { writingNothing } from '../support/table-dump';
import { staffSuite } from '../support/staff-suite';

const MONDAYS = 'DTSTART:20261130T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=MO';

const suite = staffSuite('studio-manager', '2026-11-24T12:00:00Z');

interface Preview {
  timeZone: string | null;
  dates: Array<{ startsAt: string; endsAt: string }>;
  problem: { message: string; line?: number } | null;
}

async function preview(rule: string, entry: object = {}): Promise<Preview> {
  const answer = await suite.staff.post('/front-desk/dates/preview', { rule, entry }).expect(200);
  return answer.body as Preview;
}

async function zoneOf(query: string): Promise<string | null> {
  const answer = await suite.staff.get(`/front-desk/clock?${query}`).expect(200);
  return (answer.body as { timeZone: string | null }).timeZone;
}

describe('the preview of dates', () => {
  it('tells the next five on the clock of the venue, and stores nothing', async () => {
    const { timeZone, dates, problem } = await writingNothing(suite.venue.strapi, () =>
      preview(MONDAYS, { venue: suite.place.venue.documentId }),
    );
    expect({ timeZone, problem }).toEqual({ timeZone: 'Europe/Amsterdam', problem: null });
    expect(dates).toHaveLength(5);
    expect(dates[0]).toEqual({
      startsAt: '2026-11-30T17:30:00.000Z',
      endsAt: '2026-11-30T18:30:00.000Z',
    });
  });

  it('says what is wrong with a rule, and where, also where no clock is known', async () => {
    await makePlace(suite.venue.strapi, 'Europe/London');
    const { timeZone, dates, problem } = await preview(`${MONDAYS}\nDURATION:PT2H`);
    expect({ timeZone, dates }).toEqual({ timeZone: null, dates: [] });
    expect(problem).toMatchObject({ line: 4 });
    expect(problem?.message).toContain('DURATION stands twice');
    expect((await preview(MONDAYS)).dates).toEqual([]);
  });

  it('ends where a rule has ended, and finds what is far away', async () => {
    expect((await preview(`${MONDAYS};COUNT=2`)).dates).toHaveLength(2);
    const yearly = 'DTSTART:20200229T100000\nDURATION:PT1H\nRRULE:FREQ=YEARLY';
    expect((await preview(yearly)).dates[0]?.startsAt).toBe('2028-02-29T09:00:00.000Z');
  });

  it('says what is wrong in the language of the panel', async () => {
    const answer = await suite.staff
      .post('/front-desk/dates/preview', { rule: `${MONDAYS}\nDURATION:PT2H`, entry: {} })
      .set('Cookie', 'panel-language=de')
      .expect(200);
    expect((answer.body as Preview).problem?.message).toContain('DURATION steht zweimal');
  });

  it('takes no rule of any length', async () => {
    const long = { rule: 'x'.repeat(20_001), entry: {} };
    expect(await codeOf(suite.staff.post('/front-desk/dates/preview', long))).toBe(
      'invalid_request',
    );
    expect((await preview('x'.repeat(20_000))).problem?.message).toContain('10000 are allowed');
  });
});

describe('the clock of an entry', () => {
  it('is that of its venue, whichever way it belongs to it', async () => {
    await makePlace(suite.venue.strapi, 'Europe/London');
    const activity = await makeActivity(suite.venue.strapi, suite.place);
    const appointment = await makeAppointment(suite.venue, activity);
    await bookOwn(suite.venue.strapi, appointment);
    const [booking] = await suite.venue.strapi.documents('api::booking.booking').findMany();
    for (const query of [
      `venue=${suite.place.venue.documentId}`,
      `activity=${activity.documentId}`,
      `appointment=${appointment.documentId}`,
      `booking=${booking?.documentId ?? ''}`,
    ]) {
      expect([query, await zoneOf(query)]).toEqual([query, 'Europe/Amsterdam']);
    }
  });

  it('is what all venues share where no venue is known yet, and else none', async () => {
    expect(await zoneOf('')).toBe('Europe/Amsterdam');
    expect(await zoneOf('activity=none')).toBe('Europe/Amsterdam');
    await makePlace(suite.venue.strapi);
    expect(await zoneOf('')).toBe('Europe/Amsterdam');
    await makePlace(suite.venue.strapi, 'Europe/London');
    expect(await zoneOf('')).toBeNull();
  });
});

describe('what the editor of dates writes', () => {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = fc
    .integer({ min: dayNumber('2026-10-01'), max: dayNumber('2027-06-30') })
    .map((number) => dayOf(number));
  const time = fc
    .record({ hour: fc.integer({ min: 0, max: 23 }), quarter: fc.integer({ min: 0, max: 3 }) })
    .map(({ hour, quarter }) => `${two(hour)}:${two(quarter * 15)}`);
  const slot = fc.record({
    weekdays: fc
      .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 })
      .map((chosen) => chosen.sort()),
    start: time,
    end: time,
    leftOut: fc.uniqueArray(day, { maxLength: 20 }).map((days) => days.sort()),
  });
  const period: fc.Arbitrary<Period> = fc.record({
    slots: fc.array(slot, { minLength: 1, maxLength: 3 }),
    firstDay: day,
    everyWeeks: fc.integer({ min: 1, max: 4 }),
    end: fc.oneof(
      fc.constant({ kind: 'never' as const }),
      day.map((last) => ({ kind: 'until' as const, day: last })),
    ),
    values: fc.constant([]),
  });

  /** What the form promises, counted day by day. */
  function promised(entered: Period): string[] {
    const days = Array.from({ length: 365 }, (_, index) => dayOf(dayNumber('2026-10-01') + index));
    return entered.slots
      .flatMap(({ weekdays, start, leftOut }) =>
        days
          .filter((on) => fallsOn(on, entered.firstDay, weekdays, entered.everyWeeks ?? 1))
          .filter((on) => entered.end.kind !== 'until' || on <= entered.end.day)
          .filter((on) => !leftOut.includes(on))
          .map((on) => `${on}T${start}`),
      )
      .sort();
  }

  it('is understood by the server as the form means it', () => {
    fc.assert(
      fc.property(period, (entered) => {
        fc.pre(problemsOf([entered]).size === 0);
        const dates = occurrences({
          rule: writeRule([entered]),
          timeZone: 'UTC',
          from: new Date('2026-10-01T00:00:00Z'),
          until: new Date('2027-10-01T00:00:00Z'),
        });
        expect(dates.map(({ localStart }) => localStart)).toEqual(promised(entered));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps its text until it is complete, and the server would refuse it too', async () => {
    const body = {
      name: 'Zumba',
      capacity: 8,
      bookingClosesMinutes: 15,
      cancellationPeriodHours: 8,
      kind: 'class',
      recurrenceRule: INCOMPLETE,
    };
    const answer = await suite.staff.post(contentManager('activity'), body).expect(400);
    expect(JSON.stringify(answer.body)).toContain('recurrenceRule');
  });

  it('can be read again after an appointment was moved with all that follow', async () => {
    const activity = await makeActivity(suite.venue.strapi, suite.place, {
      recurrenceRule: MONDAYS,
    });
    const [, second] = await appointmentsOf(activity);
    await suite.staff
      .post(`/front-desk/appointments/${second?.documentId ?? ''}/edit`, {
        scope: 'following',
        changes: { startsAt: '2026-12-08T18:00:00Z', endsAt: '2026-12-08T19:30:00Z' },
      })
      .expect(200);
    const stored = await suite.staff
      .get(contentManager('activity', activity.documentId))
      .expect(200);
    const { data } = stored.body as { data: { recurrenceRule: string } };
    expect(readRule(data.recurrenceRule)).toMatchObject([
      { slots: [{ weekdays: [1], start: '18:30' }], end: { kind: 'until', day: '2026-12-06' } },
      { slots: [{ weekdays: [2], start: '19:00', end: '20:30' }], firstDay: '2026-12-08' },
    ]);
  });
});

async function appointmentsOf(activity: Doc): Promise<Doc[]> {
  const answer = await suite.staff
    .get(
      `${contentManager('appointment')}?filters[activity][documentId][$eq]=${activity.documentId}&sort=startsAt:ASC`,
    )
    .expect(200);
  return (answer.body as { results: Doc[] }).results;
}
