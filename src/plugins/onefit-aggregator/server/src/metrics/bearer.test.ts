import { carriesToken } from './bearer';

const TOKEN = 'a-token-of-some-length';

describe('the token of the metrics', () => {
  it.each([`Bearer ${TOKEN}`, `bearer ${TOKEN}`, `BEARER  ${TOKEN}`])(
    'is carried by "%s"',
    (header) => {
      expect(carriesToken(header, TOKEN)).toBe(true);
    },
  );

  it.each([
    '',
    'Bearer',
    'Bearer ',
    TOKEN,
    `Basic ${TOKEN}`,
    `Bearer ${TOKEN}x`,
    `Bearer ${TOKEN.slice(1)}`,
    `Bearer ${TOKEN.toUpperCase()}`,
    `Bearer ${TOKEN} `,
    `xBearer ${TOKEN}`,
  ])('is not carried by "%s"', (header) => {
    expect(carriesToken(header, TOKEN)).toBe(false);
  });

  it('is carried by nothing where there is none', () => {
    expect(carriesToken('Bearer ', '')).toBe(false);
    expect(carriesToken('', '')).toBe(false);
  });
});
