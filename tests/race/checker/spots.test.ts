import { HandMade } from './hand-made';

const OVER = 'no more active bookings than capacity and limit allowed';
const FALSE_FULL = 'never told full while a spot was free';

describe('overbooking', () => {
  it('is seen where two bookings of one spot overlap', () => {
    const run = new HandMade({ capacity: 1 });
    run.book('b-1', 'm-1', [0, 10]);
    run.book('b-2', 'm-2', [5, 12]);
    run.row('b-1', 'm-1');
    run.row('b-2', 'm-2');
    expect(run.broken()).toEqual([OVER]);
  });

  it('is seen where both were cancelled later, though nothing is left of it', () => {
    const run = new HandMade({ capacity: 1 });
    run.book('b-1', 'm-1', [0, 10]);
    run.book('b-2', 'm-2', [5, 12]);
    run.cancel('b-1', 'm-1', [20, 30]);
    run.cancel('b-2', 'm-2', [21, 31]);
    run.row('b-1', 'm-1', { state: 'cancelled' });
    run.row('b-2', 'm-2', { state: 'cancelled' });
    expect(run.broken()).toEqual([OVER]);
  });

  it('is not claimed where a cancellation can have come between', () => {
    const run = new HandMade({ capacity: 1 });
    run.book('b-1', 'm-1', [0, 10]);
    run.cancel('b-1', 'm-1', [11, 30]);
    run.book('b-2', 'm-2', [12, 15]);
    run.row('b-1', 'm-1', { state: 'cancelled' });
    run.row('b-2', 'm-2');
    expect(run.broken()).toEqual([]);
  });

  it('is not claimed where the capacity was being raised', () => {
    const run = new HandMade({ capacity: 1 });
    run.book('b-1', 'm-1', [0, 10]);
    run.edit({ capacity: 2 }, [11, 30]);
    run.book('b-2', 'm-2', [29, 35]);
    run.row('b-1', 'm-1');
    run.row('b-2', 'm-2');
    run.appointment.capacity = 2;
    expect(run.broken()).toEqual([]);
  });

  it('is seen where the capacity had been lowered before, and not for those who were in already', () => {
    const run = new HandMade({ capacity: 2 });
    run.book('b-1', 'm-1', [0, 10]);
    run.book('b-2', 'm-2', [0, 10]);
    run.edit({ capacity: 1 }, [20, 30]);
    run.row('b-1', 'm-1');
    run.row('b-2', 'm-2');
    run.appointment.capacity = 1;
    expect(run.broken()).toEqual([]);
    run.book('b-3', 'm-3', [40, 50]);
    run.row('b-3', 'm-3');
    expect(run.broken()).toEqual([OVER]);
  });

  it('is seen of a booking without an answer, by its row', () => {
    const run = new HandMade({ capacity: 1 });
    run.book('b-1', 'm-1', [0, 10]);
    run.book('b-2', 'm-2', [20, null]);
    run.row('b-1', 'm-1');
    run.row('b-2', 'm-2');
    expect(run.broken()).toEqual([OVER]);
  });

  it('counts the limit for Onefit alone', () => {
    const run = new HandMade({ capacity: 5, limit: 1 }, [{ documentId: 'c-9', member: null }]);
    run.book('b-1', 'm-1', [0, 10]);
    run.deskBook('c-9', [20, 30], 'd-9');
    run.row('b-1', 'm-1');
    run.row('d-9', null, { source: 'own', customer: 'c-9' });
    expect(run.broken()).toEqual([]);
    run.book('b-2', 'm-2', [40, 50]);
    run.row('b-2', 'm-2');
    expect(run.broken()).toEqual([OVER]);
  });
});

describe('told full', () => {
  it('is a violation while a spot was free during the whole call', () => {
    const run = new HandMade({ capacity: 1 });
    run.book('b-1', 'm-1', [0, 10], [409, 'session_full']);
    expect(run.broken()).toEqual([FALSE_FULL]);
  });

  it('is none where the last spot can have been taken at one moment of the call', () => {
    const run = new HandMade({ capacity: 1 });
    run.book('b-1', 'm-1', [0, 20]);
    run.cancel('b-1', 'm-1', [21, 25]);
    run.book('b-2', 'm-2', [24, 40], [409, 'session_full']);
    run.row('b-1', 'm-1', { state: 'cancelled' });
    expect(run.broken()).toEqual([]);
  });

  it('is one again once the cancellation was certainly over', () => {
    const run = new HandMade({ capacity: 1 });
    run.book('b-1', 'm-1', [0, 20]);
    run.cancel('b-1', 'm-1', [21, 25]);
    run.book('b-2', 'm-2', [26, 40], [409, 'session_full']);
    run.row('b-1', 'm-1', { state: 'cancelled' });
    expect(run.broken()).toEqual([FALSE_FULL]);
  });

  it('is none where the capacity was being lowered, and by the limit only for Onefit', () => {
    const run = new HandMade({ capacity: 1, limit: 0 }, [{ documentId: 'c-9', member: null }]);
    run.book('b-1', 'm-1', [0, 10], [409, 'session_full']);
    expect(run.broken()).toEqual([]);
    run.deskBook('c-9', [20, 30], [400, 'appointment_full']);
    expect(run.broken()).toEqual([FALSE_FULL]);
    run.edit({ capacity: 0 }, [25, 40]);
    run.appointment.capacity = 0;
    expect(run.broken()).toEqual([]);
  });

  it('is none while an unanswered booking can hold the spot, if it has a row', () => {
    const run = new HandMade({ capacity: 1 });
    run.book('b-1', 'm-1', [0, null]);
    run.book('b-2', 'm-2', [50, 60], [409, 'session_full']);
    expect(run.broken()).toEqual([FALSE_FULL]);
    run.row('b-1', 'm-1');
    expect(run.broken()).toEqual([]);
  });
});

describe('filling up', () => {
  it('must fit just what the rows leave free', () => {
    const run = new HandMade({ capacity: 2 });
    run.evidence.fills.push({ appointment: 's-1', source: 'onefit', free: 2, given: 1 });
    expect(run.broken()).toEqual(['a freed spot can be booked again exactly once']);
  });
});
