import { makeActivity, makeAppointment, makeCustomer, makeProduct } from '../support/content';
import type { Doc } from '../support/content';
import { edit, outcome } from '../support/linked';
import { member } from '../support/partner';
import { linkedSuite } from '../support/linked-suite';

const suite = linkedSuite();

/** A session of an activity with these rules. */
async function sessionWith(
  rules: object,
  own: object = {},
): Promise<{ activity: Doc; session: Doc }> {
  const activity = await makeActivity(suite.venue.strapi, suite.linked, rules);
  return { activity, session: await makeAppointment(suite.venue, activity, own) };
}

/** What Onefit is told of the spots: all, its limit, free ones. Read alone and in the list alike. */
async function spots({ documentId }: Doc): Promise<[unknown, unknown, unknown]> {
  const { body } = await suite.onefit.session(suite.linked.uuid, documentId);
  const list = (await suite.onefit.sessions(suite.linked.uuid)).body.sessions;
  if (body.status === 'scheduled') expect(list.find(({ id }) => id === documentId)).toEqual(body);
  return [body.totalSpots, body.totalAggregatorSpots, body.availableSpots];
}

async function book(session: Doc, id: string): Promise<string> {
  return outcome(
    await suite.onefit.book(suite.linked.uuid, id, session.documentId, member(`m-${id}`)),
  );
}

/** Books a customer of the venue's own. */
async function bookOwn(session: Doc): Promise<void> {
  const customer = await makeCustomer(suite.venue.strapi);
  const product = await makeProduct(suite.venue.strapi);
  await suite.venue.strapi.documents('api::booking.booking').create({
    data: {
      appointment: session.documentId,
      customer: customer.documentId,
      product: product.documentId,
    } as never,
  });
}

async function statusOf(id: string): Promise<unknown> {
  return (await suite.onefit.booking(suite.linked.uuid, id)).body.status;
}

describe('the spots of Onefit', () => {
  it('are those of the session where no limit is set', async () => {
    const { session } = await sessionWith({ capacity: 2 });
    expect(await spots(session)).toEqual([2, null, 2]);
    expect([await book(session, 'a'), await book(session, 'b')]).toEqual(['201', '201']);
    expect(await spots(session)).toEqual([2, null, 0]);
    expect(await book(session, 'c')).toBe('409 session_full');
  });

  it('end with the limit of the activity, though the session has more', async () => {
    const { session } = await sessionWith({ capacity: 10, aggregatorSpotLimit: 1 });
    expect(await spots(session)).toEqual([10, 1, 1]);
    expect(await book(session, 'a')).toBe('201');
    expect(await spots(session)).toEqual([10, 1, 0]);
    expect(await book(session, 'b')).toBe('409 session_full');
    await bookOwn(session);
    expect(await spots(session)).toEqual([10, 1, 0]);
  });

  it('end with the capacity, though the limit leaves more', async () => {
    const { session } = await sessionWith({ capacity: 3, aggregatorSpotLimit: 3 });
    await bookOwn(session);
    await bookOwn(session);
    expect(await spots(session)).toEqual([3, 3, 1]);
    await bookOwn(session);
    expect(await spots(session)).toEqual([3, 3, 0]);
    expect(await book(session, 'a')).toBe('409 session_full');
  });

  it('may be none at all', async () => {
    const { session } = await sessionWith({ aggregatorSpotLimit: 0 });
    expect(await spots(session)).toEqual([16, 0, 0]);
    expect(await book(session, 'a')).toBe('409 session_full');
  });
});

describe('an appointment that goes its own way', () => {
  it('has its own limit, and the activity’s again when it goes back', async () => {
    const { activity, session } = await sessionWith({ aggregatorSpotLimit: 5 });
    await edit(suite.venue, 'appointment', session, {
      aggregatorBookings: 'allowed',
      aggregatorSpotLimit: 2,
    });
    expect(await spots(session)).toEqual([16, 2, 2]);
    await edit(suite.venue, 'activity', activity, { aggregatorSpotLimit: 7 });
    expect(await spots(session)).toEqual([16, 2, 2]);
    await edit(suite.venue, 'appointment', session, { aggregatorSpotLimit: null });
    expect(await spots(session)).toEqual([16, null, 16]);
    await edit(suite.venue, 'appointment', session, { aggregatorBookings: 'as_activity' });
    expect(await spots(session)).toEqual([16, 7, 7]);
  });

  it('is offered though its activity is not', async () => {
    const rules = { aggregatorBookings: 'not_allowed' };
    const { session } = await sessionWith(rules, { aggregatorBookings: 'allowed' });
    expect(await spots(session)).toEqual([16, null, 16]);
    expect(await book(session, 'a')).toBe('201');
  });

  it('is not offered though its activity is', async () => {
    const { session } = await sessionWith({}, { aggregatorBookings: 'not_allowed' });
    expect(await book(session, 'a')).toBe('404 not_found');
    expect((await suite.onefit.sessions(suite.linked.uuid)).body.sessions).toEqual([]);
  });

  it('has its own capacity, which the activity’s does not touch', async () => {
    const { activity, session } = await sessionWith({ capacity: 8 }, { capacity: 3 });
    await edit(suite.venue, 'activity', activity, { capacity: 12 });
    expect(await spots(session)).toEqual([3, null, 3]);
  });
});

describe('lowering', () => {
  it('the limit below what is booked cancels nothing, and gives nothing until there is room', async () => {
    const { activity, session } = await sessionWith({ aggregatorSpotLimit: 5 });
    for (const id of ['a', 'b', 'c']) expect(await book(session, id)).toBe('201');
    await edit(suite.venue, 'activity', activity, { aggregatorSpotLimit: 1 });
    expect(await spots(session)).toEqual([16, 1, 0]);
    expect([await statusOf('a'), await statusOf('b'), await statusOf('c')]).toEqual(
      Array(3).fill('confirmed'),
    );
    for (const id of ['a', 'b']) {
      await suite.onefit.cancel(suite.linked.uuid, id);
      expect(await spots(session)).toEqual([16, 1, 0]);
      expect(await book(session, `after-${id}`)).toBe('409 session_full');
    }
    await suite.onefit.cancel(suite.linked.uuid, 'c');
    expect(await spots(session)).toEqual([16, 1, 1]);
    expect(await book(session, 'd')).toBe('201');
  });

  it('the capacity below what is booked cancels nothing either', async () => {
    const { session } = await sessionWith({ capacity: 3 });
    for (const id of ['a', 'b']) expect(await book(session, id)).toBe('201');
    await bookOwn(session);
    await edit(suite.venue, 'appointment', session, { capacity: 1 });
    expect(await spots(session)).toEqual([1, null, 0]);
    expect([await statusOf('a'), await statusOf('b')]).toEqual(['confirmed', 'confirmed']);
    expect(await book(session, 'c')).toBe('409 session_full');
    await edit(suite.venue, 'appointment', session, { capacity: 4 });
    expect(await spots(session)).toEqual([4, null, 1]);
  });
});

it('tells of each change at once, under a version that only grows', async () => {
  const { activity, session } = await sessionWith({ capacity: 4, aggregatorSpotLimit: 3 });
  const seen: Array<[number, unknown]> = [];
  async function after(change: () => Promise<unknown>) {
    await change();
    const { version, availableSpots } = (
      await suite.onefit.session(suite.linked.uuid, session.documentId)
    ).body;
    seen.push([version as number, availableSpots]);
  }
  await after(async () => undefined);
  await after(() => book(session, 'a'));
  await after(() => bookOwn(session));
  await after(() => book(session, 'b'));
  await after(() => suite.onefit.cancel(suite.linked.uuid, 'a'));
  await after(() => edit(suite.venue, 'activity', activity, { aggregatorSpotLimit: 1 }));
  await after(() => edit(suite.venue, 'activity', activity, { aggregatorSpotLimit: null }));
  await after(() => edit(suite.venue, 'appointment', session, { capacity: 10 }));
  await after(() => edit(suite.venue, 'activity', activity, { aggregatorBookings: 'not_allowed' }));
  await after(() => edit(suite.venue, 'activity', activity, { aggregatorBookings: 'allowed' }));
  expect(seen.map(([, available]) => available)).toEqual([3, 2, 2, 1, 2, 0, 2, 8, 0, 8]);
  const versions = seen.map(([version]) => version);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
});

it('takes no spot and changes no version where it refuses or repeats', async () => {
  const { session } = await sessionWith({ capacity: 1 });
  await book(session, 'a');
  const before = (await suite.onefit.session(suite.linked.uuid, session.documentId)).body;
  expect(await book(session, 'a')).toBe('200');
  expect(await book(session, 'b')).toBe('409 session_full');
  await suite.onefit.cancel(suite.linked.uuid, 'never-seen');
  expect((await suite.onefit.session(suite.linked.uuid, session.documentId)).body).toEqual(before);
});
