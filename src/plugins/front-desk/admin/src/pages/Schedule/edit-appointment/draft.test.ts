import type { Appointment } from '../../../api/appointments';
import { changesOf, draftOf, problemsOf } from './draft';

const ZONE = 'Europe/Amsterdam';

const APPOINTMENT = {
  startsAt: '2027-03-23T17:30:00.000Z',
  endsAt: '2027-03-23T18:30:00.000Z',
  timeZone: ZONE,
  room: null,
  teacher: 'Anna',
  capacity: 16,
} as Appointment;

const DRAFT = draftOf(APPOINTMENT);

describe('the draft of an edit', () => {
  it('begins with what the appointment has, on the clock of its venue', () => {
    expect(DRAFT).toEqual({
      ...{ day: '2027-03-23', start: '18:30', end: '19:30' },
      ...{ room: '', teacher: 'Anna', capacity: '16' },
    });
    expect(changesOf(DRAFT, { ...DRAFT }, ZONE)).toEqual({});
  });

  it('sends what changed, and the end with the start', () => {
    expect(changesOf(DRAFT, { ...DRAFT, day: '2027-03-30', teacher: ' ' }, ZONE)).toEqual({
      startsAt: '2027-03-30T16:30:00.000Z',
      endsAt: '2027-03-30T17:30:00.000Z',
      teacher: null,
    });
    expect(changesOf(DRAFT, { ...DRAFT, end: '20:00', capacity: '8' }, ZONE)).toEqual({
      endsAt: '2027-03-23T19:00:00.000Z',
      capacity: 8,
    });
  });

  it('reads an end before the start as one of the next day', () => {
    expect(changesOf(DRAFT, { ...DRAFT, end: '00:30' }, ZONE)).toEqual({
      endsAt: '2027-03-23T23:30:00.000Z',
    });
  });

  it('names the fields that cannot be used', () => {
    expect(problemsOf(DRAFT)).toEqual([]);
    const broken = { ...DRAFT, day: '', end: '18:30', capacity: '1.5' };
    expect(problemsOf(broken)).toEqual(['day', 'end', 'capacity']);
  });
});
