import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openApiDocument } from '../../src/plugins/onefit-aggregator/server/src/wire/openapi';
import { exampleBooking } from '../../src/plugins/onefit-aggregator/server/src/wire/examples';
import { createPartner, signed } from './partner';

const VENUE = '3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11';

/** A venue that answers every call with the same body. */
async function answering(body: unknown) {
  const document = openApiDocument({ version: '1.0.0', serverUrl: 'http://venue.example' });
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(request.url?.endsWith('/openapi.json') ? document : body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    onefit: createPartner(`http://127.0.0.1:${port}`, () => new Date()),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

describe('the partner of the tests', () => {
  it('fails whoever gets an answer that the document does not describe', async () => {
    const right = await answering(exampleBooking);
    const wrong = await answering({ ...exampleBooking, customer: 'Zoë Member' });
    try {
      expect((await right.onefit.booking(VENUE, 'b-1')).body).toEqual(exampleBooking);
      await expect(wrong.onefit.booking(VENUE, 'b-1')).rejects.toThrow('additional properties');
    } finally {
      await right.close();
      await wrong.close();
    }
  });

  it('signs as the guide for the partner says', () => {
    const request = {
      method: 'GET',
      target: `/api/onefit-aggregator/v1/venues/${VENUE}/sessions?limit=5`,
      timestamp: '2026-11-22T06:00:00Z',
      rawBody: '',
    };
    expect(signed('test-secret', request)).toBe('xX6oQmiE/tN4UV5nQmB1dpFgLyBm5Z8Ey1OR3gk3Wxg=');
  });
});
