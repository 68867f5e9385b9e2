import fc from 'fast-check';
import { formatRecurrence, parseRecurrence } from './index';
import type { Repetition } from './repetition';

function block(text: string): Repetition {
  const [repetition] = parseRecurrence(text);
  if (!repetition) throw new Error('no block');
  return repetition;
}

const START = 'DTSTART:20261123T183000\nDURATION:PT1H';

describe('the values of a series', () => {
  it('stand in its block, and are read back whatever the room is called', () => {
    const room = fc.string({ maxLength: 30 }).map((text) => text.replace(/\p{C}/gu, '').trim());
    fc.assert(
      fc.property(room, fc.nat({ max: 10_000 }), (name, capacity) => {
        const values = {
          room: name === '' ? null : name,
          teacher: null,
          capacity,
          aggregatorBookings: 'allowed' as const,
          aggregatorSpotLimit: 4,
        };
        const text = formatRecurrence([{ ...block(START), values }]);
        expect(block(text).values).toEqual(values);
      }),
    );
  });

  it('are refused with the line where they cannot be read', () => {
    for (const number of ['many', 'x5', '5x', '', '-1', '10001', '1000000']) {
      expect(() => parseRecurrence(`${START}\nX-CAPACITY:${number}`)).toThrow(
        /Line 3.*whole number from 0 to 10000/,
      );
    }
    expect(() => parseRecurrence(`${START}\nX-AGGREGATOR-BOOKINGS:MAYBE`)).toThrow(/ALLOWED/);
    expect(() => parseRecurrence(`${START}\nLOCATION:${'x'.repeat(101)}`)).toThrow(/too long/);
    expect(block(`${START}\nX-CAPACITY:8`).values).toEqual({ capacity: 8 });
    const longest = 'x'.repeat(100);
    expect(block(`${START}\nLOCATION:${longest}`).values).toEqual({ room: longest });
    expect(block(`${START}\nX-AGGREGATOR-BOOKINGS:not_allowed`).values).toEqual({
      aggregatorBookings: 'not_allowed',
    });
    expect(block(START).values).toBeUndefined();
  });

  it('are written in capitals, with what means something in a list behind a backslash', () => {
    const values = {
      room: 'Attic; left, \\o/',
      aggregatorBookings: 'not_allowed' as const,
      aggregatorSpotLimit: 0,
    };
    expect(formatRecurrence([{ ...block(START), values }])).toBe(
      `${START}\nLOCATION:Attic\\; left\\, \\\\o/\nX-AGGREGATOR-BOOKINGS:NOT_ALLOWED\nX-AGGREGATOR-SPOT-LIMIT:0`,
    );
  });
});
