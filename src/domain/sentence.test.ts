import { say, tell } from './sentence';

const DUTCH = {
  'Line {0}: {1}': 'Regel {0}: {1}',
  '{0} has {1} bookings.': 'Er zijn {1} boekingen voor {0}.',
};

test('a sentence is told in English with its values', () => {
  expect(tell(say`${'Yoga'} has ${2} bookings.`)).toBe('Yoga has 2 bookings.');
  expect(tell(say`Nothing was saved.`)).toBe('Nothing was saved.');
});

test('a translation has the values in its own order', () => {
  expect(tell(say`${'Yoga'} has ${2} bookings.`, DUTCH)).toBe('Er zijn 2 boekingen voor Yoga.');
});

test('a sentence in a sentence is translated as well', () => {
  const inner = say`${'Yoga'} has ${2} bookings.`;
  expect(tell(say`Line ${3}: ${inner}`, DUTCH)).toBe('Regel 3: Er zijn 2 boekingen voor Yoga.');
});

test('what has no translation is told in English', () => {
  expect(tell(say`Line ${3}: ${say`Unknown.`}`, DUTCH)).toBe('Regel 3: Unknown.');
});

test('a value that looks like a placeholder stays as it was entered', () => {
  expect(tell(say`${'{1}'} has ${2} bookings.`)).toBe('{1} has 2 bookings.');
});
