import { HandMade } from './hand-made';

const KEPT = 'every 2xx answer is kept';
const UNASKED = 'nothing in the database that nobody asked for';
const ONE_ROW = 'one row for each booking id';
const ONCE = 'a freed spot can be booked again exactly once';
const CALLED_OFF = 'a cancelled appointment takes no booking';

describe('a run in which all went well', () => {
  it('violates nothing', () => {
    const run = new HandMade({ capacity: 3 }, [{ documentId: 'c-9', member: 'own-9' }]);
    run.book('b-1', 'm-1', [0, 10]);
    run.book('b-1', 'm-1', [11, 15], 200);
    run.cancel('b-1', 'm-1', [20, 25], 'late_cancelled');
    run.book('b-1', 'm-1', [26, 30], [200, 'late_cancelled']);
    run.book('b-2', 'm-1', [31, 35]);
    run.cancel('b-3', 'm-3', [31, 36], null);
    run.book('b-3', 'm-3', [40, 45], [200, 'cancelled']);
    run.deskBook('c-9', [50, 55], 'd-9');
    run.book('b-4', 'own-9', [60, 65], [409, 'already_booked']);
    run.row('b-1', 'm-1', { state: 'late_cancelled' });
    run.row('b-2', 'm-1');
    run.row('b-3', 'm-3', { state: 'cancelled', history: ['cancelled'], customer: undefined });
    run.row('d-9', null, { source: 'own', customer: 'c-9' });
    expect(run.broken()).toEqual([]);
  });
});

describe('rows', () => {
  it('are one for each booking id', () => {
    const run = new HandMade({ capacity: 2 });
    run.book('b-1', 'm-1', [0, 10]);
    run.row('b-1', 'm-1');
    run.row('b-1', 'm-1', { state: 'cancelled' });
    expect(run.broken()).toContain(ONE_ROW);
  });

  it('are made once, by the answers', () => {
    const run = new HandMade({ capacity: 2 });
    run.book('b-1', 'm-1', [0, 10]);
    run.book('b-1', 'm-1', [0, 10]);
    run.row('b-1', 'm-1');
    expect(run.broken()).toContain(ONE_ROW);
  });

  it('are there for every booking that was answered', () => {
    const run = new HandMade();
    run.book('b-1', 'm-1', [0, 10]);
    expect(run.broken()).toEqual([KEPT]);
  });

  it('hold the session and member that were answered', () => {
    const run = new HandMade({ capacity: 2 });
    run.book('b-1', 'm-1', [0, 10]);
    run.book('b-1', 'm-2', [0, 10], 200);
    run.row('b-1', 'm-1');
    expect(run.broken()).toEqual([KEPT, 'repeats are answered alike']);
  });

  it('do not come back to life', () => {
    const run = new HandMade();
    run.book('b-1', 'm-1', [0, 10]);
    run.cancel('b-1', 'm-1', [20, 30]);
    run.row('b-1', 'm-1');
    expect(run.broken()).toContain(KEPT);
  });

  it('have been asked for, as they are', () => {
    const run = new HandMade({ capacity: 9 });
    run.row('b-1', 'm-1');
    expect(run.broken()).toEqual([UNASKED]);
    run.book('b-1', 'm-1', [0, 10], [409, 'session_full']);
    expect(run.broken()).toContain(UNASKED);
    run.book('b-1', 'm-1', [20, null]);
    expect(run.broken()).not.toContain(UNASKED);
  });

  it('are in a state that somebody put them into', () => {
    const run = new HandMade();
    run.book('b-1', 'm-1', [0, 10]);
    run.row('b-1', 'm-1', { state: 'checked_in' });
    expect(run.broken()).toEqual([UNASKED]);
    run.call({ kind: 'check-in', booking: 'b-1' }, [20, null], null);
    expect(run.broken()).toEqual([]);
  });

  it('are no more than one unanswered call of the desk can make', () => {
    const run = new HandMade({ capacity: 3 }, [{ documentId: 'c-9', member: null }]);
    run.deskBook('c-9', [0, null], 'd-9');
    run.row('d-9', null, { source: 'own', customer: 'c-9' });
    expect(run.broken()).toEqual([]);
    run.row('d-8', null, { source: 'own', customer: 'c-9' });
    expect(run.broken()).toContain(UNASKED);
  });

  it('agree with the counters', () => {
    const run = new HandMade();
    run.book('b-1', 'm-1', [0, 10]);
    run.row('b-1', 'm-1');
    run.appointment.bookedByAggregator = 0;
    expect(run.broken()).toEqual(['counters equal rows']);
  });

  it('give their spot back once, by their history', () => {
    const run = new HandMade();
    run.book('b-1', 'm-1', [0, 10]);
    run.cancel('b-1', 'm-1', [20, 30]);
    const history = ['confirmed', 'cancelled', 'cancelled'];
    run.row('b-1', 'm-1', { state: 'cancelled', history });
    expect(run.broken()).toEqual([ONCE]);
  });
});

describe('appointments', () => {
  it('are as staff left them', () => {
    const run = new HandMade({ capacity: 1 });
    run.edit({ capacity: 4 }, [0, 10]);
    expect(run.broken()).toEqual([KEPT]);
    run.appointment.capacity = 4;
    expect(run.broken()).toEqual([]);
  });

  it('take and hold no booking once they are cancelled', () => {
    const run = new HandMade({ capacity: 2 });
    run.callOff([0, 10]);
    run.appointment.state = 'cancelled';
    expect(run.broken()).toEqual([]);
    run.book('b-1', 'm-1', [20, 30]);
    run.row('b-1', 'm-1');
    expect(run.broken()).toEqual([CALLED_OFF]);
  });

  it('end their bookings, whatever the moment', () => {
    const run = new HandMade({ capacity: 2 });
    run.book('b-1', 'm-1', [0, 10]);
    run.callOff([5, 15]);
    run.row('b-1', 'm-1', { state: 'cancelled_by_venue' });
    run.appointment.state = 'cancelled';
    expect(run.broken()).toEqual([]);
  });

  it('are called cancelled only when somebody cancelled them', () => {
    const run = new HandMade();
    run.book('b-1', 'm-1', [0, 10], [410, 'session_cancelled']);
    expect(run.broken()).toEqual([CALLED_OFF]);
  });
});
