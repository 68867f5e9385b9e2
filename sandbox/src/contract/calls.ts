/** The calls of the venue to Onefit that a fault can be aimed at. */
export const CALLS = ['sessions.put', 'bookings.put', 'sessions.get'] as const;

export type Call = (typeof CALLS)[number];
