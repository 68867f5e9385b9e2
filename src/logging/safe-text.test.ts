import { framesOf, safeText } from './safe-text';

describe('a text that is logged', () => {
  it.each([
    ['550 5.1.1 <jan@venue.example>: user unknown', '550 5.1.1 <<address>>: user unknown'],
    ['to jan.de-vries+gym@mail.venue.example failed', 'to <address> failed'],
    ["Duplicate entry 'jan@x' for key 'k'", "Duplicate entry … for key 'k'"],
    [
      "insert … - Duplicate entry 'Jan' Jansen' for key 'k'",
      "insert … - Duplicate entry … for key 'k'",
    ],
    [
      "Incorrect string value: '\\xF0 Jan' for column `a`",
      'Incorrect string value: … for column `a`',
    ],
    ['invalid input syntax for type integer: "Jan"', 'invalid input syntax for type integer: …'],
    ['invalid input value for enum state: "Jan: "x""', 'invalid input value for enum state: …'],
    ['SQLITE_BUSY: database is locked', 'SQLITE_BUSY: database is locked'],
  ])('says of "%s" only "%s"', (text, safe) => {
    expect(safeText(text)).toBe(safe);
  });

  it('has of a stack the frames, not the message, however many lines that has', () => {
    const stack = 'Error: Jan\n  is at home\n    at one (a.js:1:1)\n    at two (b.js:2:2)';
    expect(framesOf(stack)).toBe('    at one (a.js:1:1)\n    at two (b.js:2:2)');
    expect(framesOf(undefined)).toBe('');
  });
});
