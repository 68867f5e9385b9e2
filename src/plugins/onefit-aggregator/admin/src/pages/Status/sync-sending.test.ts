/// <reference types="jest" />
import type { SyncProgress } from '../../../../shared/synchronise';
import type { ConnectionStatus, VenueStatus } from '../../api/status';
import { sendingOf } from './sync-sending';

const DONE: SyncProgress = {
  ...{ retried: 1, looked: 30, marked: 5, resolved: 0 },
  ...{ venues: 1, venuesDone: 1, held: 28, found: 4, healed: 4, unknown: 0 },
  failures: [],
  state: 'done',
  startedAt: '2026-11-24T10:00:00.000Z',
  finishedAt: '2026-11-24T10:00:03.000Z',
};

function statusWith(...venues: Array<Partial<VenueStatus>>): ConnectionStatus {
  const sound = { waiting: 0, failingSince: null };
  return {
    at: '2026-11-24T10:00:04.000Z',
    ordered: true,
    venues: venues.map((venue) => ({ ...sound, ...venue }) as VenueStatus),
  };
}

describe('what a synchronisation still sends', () => {
  it('counts down from what it found, over all venues', () => {
    expect(sendingOf(DONE, statusWith({ waiting: 3 }, { waiting: 1 }))).toEqual({
      done: 6,
      all: 10,
    });
  });

  it('never counts below nothing when more waits than it found', () => {
    expect(sendingOf(DONE, statusWith({ waiting: 40 }))).toEqual({ done: 0, all: 40 });
  });

  it('is silent when all is sent, when it found nothing, and while it runs', () => {
    expect(sendingOf(DONE, statusWith({}))).toBeNull();
    const nothing = { ...DONE, retried: 0, marked: 0, healed: 0 };
    expect(sendingOf(nothing, statusWith({ waiting: 2 }))).toBeNull();
    expect(sendingOf({ ...DONE, state: 'running' }, statusWith({ waiting: 2 }))).toBeNull();
  });

  it('leaves the word to the connection while that fails', () => {
    const failingSince = '2026-11-24T10:00:01.000Z';
    expect(sendingOf(DONE, statusWith({ waiting: 4, failingSince }))).toBeNull();
  });
});
