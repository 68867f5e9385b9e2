import type { Comparison, CustomerProfile } from '../../api/customers';
import { differs, initialTake } from './initial-take';

function profile(fields: Partial<CustomerProfile['fields']>): CustomerProfile {
  return {
    documentId: 'c',
    fields: {
      firstName: 'Zoë',
      lastName: 'Jansen',
      email: null,
      phone: null,
      language: 'en',
      note: null,
      ...fields,
    },
    createdAt: '2026-11-20T10:00:00.000Z',
    aggregatorIds: [],
    bookings: 0,
  };
}

const compared = (
  keep: Partial<CustomerProfile['fields']>,
  drop: Partial<CustomerProfile['fields']>,
): Comparison => ({ keep: profile(keep), drop: profile(drop), moving: [], shared: [] });

describe('what is proposed to be kept of two profiles', () => {
  it('fills what the one who stays lacks', () => {
    expect(initialTake(compared({ email: null }, { email: 'a@b.example' }))).toEqual(['email']);
    expect(initialTake(compared({ note: '' }, { note: 'knee' }))).toEqual(['note']);
  });

  it('leaves what the one who stays has', () => {
    const both = compared({ email: 'old@b.example' }, { email: 'new@b.example' });
    expect(initialTake(both)).toEqual([]);
    expect(differs(both, 'email')).toBe(true);
    expect(differs(both, 'firstName')).toBe(false);
  });

  it('takes nothing for different from nothing', () => {
    expect(differs(compared({ phone: null }, { phone: '' }), 'phone')).toBe(false);
  });
});
