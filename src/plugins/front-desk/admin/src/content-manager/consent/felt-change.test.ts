import { feltChange } from './felt-change';

const BOOKED = {
  startsAt: '2027-03-23T17:30:00.000Z',
  endsAt: '2027-03-23T18:30:00.000Z',
  state: 'scheduled',
  booked: 2,
};

describe('whether a form asks for consent', () => {
  it('asks when a booked appointment moves or is cancelled', () => {
    expect(feltChange(BOOKED, { ...BOOKED, startsAt: new Date('2027-03-23T17:00:00Z') })).toBe(
      'moves',
    );
    expect(feltChange(BOOKED, { ...BOOKED, endsAt: null })).toBe('moves');
    expect(feltChange(BOOKED, { ...BOOKED, state: 'cancelled' })).toBe('cancels');
  });

  it('does not ask for the same instant in another form, for other fields, or without bookings', () => {
    expect(feltChange(BOOKED, { ...BOOKED, startsAt: new Date(BOOKED.startsAt) })).toBeNull();
    expect(feltChange(BOOKED, { ...BOOKED })).toBeNull();
    const free = { ...BOOKED, booked: 0 };
    expect(feltChange(free, { ...free, state: 'cancelled' })).toBeNull();
    expect(feltChange({}, { startsAt: BOOKED.startsAt })).toBeNull();
  });

  it('asks when a rule of repetition changes', () => {
    const rule = 'DTSTART:20270322T183000';
    const activity = { documentId: 'abc', recurrenceRule: rule };
    expect(feltChange(activity, { recurrenceRule: `${rule}\nX` })).toBe('rule');
    expect(feltChange(activity, { recurrenceRule: rule })).toBeNull();
    expect(feltChange({ ...activity, recurrenceRule: null }, { recurrenceRule: '' })).toBeNull();
  });

  it('does not ask of a new activity, whose dates nobody can have booked', () => {
    expect(feltChange({}, { recurrenceRule: 'DTSTART:20270322T183000' })).toBeNull();
  });
});
