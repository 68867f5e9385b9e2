import { openApiDocument } from './openapi';
import { rateLimitHeaders } from './rate-limit-headers';

it('tells the limit, what is left and when it starts again, in whole seconds', () => {
  expect(rateLimitHeaders({ limit: 6000, remaining: 5999, resetInMs: 41_001 })).toEqual({
    'RateLimit-Limit': '6000',
    'RateLimit-Remaining': '5999',
    'RateLimit-Reset': '42',
  });
});

it('never goes below nothing', () => {
  expect(rateLimitHeaders({ limit: 1, remaining: -3, resetInMs: -1 })).toMatchObject({
    'RateLimit-Remaining': '0',
    'RateLimit-Reset': '0',
  });
});

it('sends the headers that the document names', () => {
  const document = openApiDocument({ version: '1.0.0', serverUrl: 'https://studio.invalid' });
  expect(document.components).toHaveProperty(
    'headers',
    expect.objectContaining(
      Object.fromEntries(
        Object.keys(rateLimitHeaders({ limit: 1, remaining: 1, resetInMs: 1 })).map((name) => [
          name,
          expect.anything(),
        ]),
      ),
    ),
  );
});
