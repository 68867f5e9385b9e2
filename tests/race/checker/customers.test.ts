import { HandMade } from './hand-made';

const ONE_CUSTOMER = 'one customer for each member id';
const ONE_PLACE = 'one place for each customer';
const UNASKED = 'nothing in the database that nobody asked for';

describe('a member id', () => {
  it('has one customer', () => {
    const run = new HandMade({ capacity: 2 });
    run.book('b-1', 'm-1', [0, 10]);
    run.row('b-1', 'm-1');
    run.evidence.rows.customers.push('c-other');
    run.evidence.rows.aggregatorIds.unshift({ externalId: 'm-1', customer: 'c-other' });
    expect(run.broken()).toEqual([ONE_CUSTOMER]);
  });

  it('has all its bookings with that customer', () => {
    const run = new HandMade({ capacity: 2 }, [{ documentId: 'c-9', member: null }]);
    run.book('b-1', 'm-1', [0, 10]);
    run.book('b-2', 'm-1', [20, 30]);
    run.row('b-1', 'm-1', { customer: 'c-9' });
    run.row('b-2', 'm-1');
    run.evidence.rows.aggregatorIds.push({ externalId: 'm-1', customer: 'c-m-1' });
    expect(run.broken()).toContain(ONE_CUSTOMER);
  });
});

describe('a customer', () => {
  it('is there because somebody booked', () => {
    const run = new HandMade();
    run.evidence.rows.customers.push('c-left-over');
    expect(run.broken()).toEqual([UNASKED]);
  });

  it('holds one place at a time', () => {
    const run = new HandMade({ capacity: 2 });
    run.book('b-1', 'm-1', [0, 10]);
    run.book('b-2', 'm-1', [0, 10]);
    run.row('b-1', 'm-1');
    run.row('b-2', 'm-1');
    expect(run.broken()).toEqual([ONE_PLACE]);
  });

  it('may come back after they left, which an overlapping cancellation allows', () => {
    const run = new HandMade({ capacity: 2 });
    run.book('b-1', 'm-1', [0, 10]);
    run.cancel('b-1', 'm-1', [12, 40]);
    run.book('b-2', 'm-1', [15, 20]);
    run.row('b-1', 'm-1', { state: 'cancelled' });
    run.row('b-2', 'm-1');
    expect(run.broken()).toEqual([]);
  });

  it('is told "already booked" only while they can hold a place', () => {
    const run = new HandMade({ capacity: 2 });
    run.book('b-1', 'm-1', [0, 10]);
    run.cancel('b-1', 'm-1', [20, 30]);
    run.row('b-1', 'm-1', { state: 'cancelled' });
    run.book('b-2', 'm-1', [29, 40], [409, 'already_booked']);
    expect(run.broken()).toEqual([]);
    run.book('b-3', 'm-1', [31, 40], [409, 'already_booked']);
    expect(run.broken()).toEqual([ONE_PLACE]);
  });
});
