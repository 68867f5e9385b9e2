import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the script says of a server at this port, and its exit status. */
function askHealth(port: number): Promise<{ status: number | null; said: string }> {
  const asking = spawn(process.execPath, ['scripts/health.mjs'], {
    env: { PATH: process.env.PATH, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  asking.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    asking.once('error', reject);
    asking.once('close', (status) => resolve({ status, said }));
  });
}

function listen(answer: RequestListener): Promise<Server> {
  const server = createServer(answer);
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function healthOf(answer: RequestListener) {
  const server = await listen(answer);
  try {
    return await askHealth((server.address() as AddressInfo).port);
  } finally {
    server.close();
  }
}

describe('the health of a container', () => {
  it('is what the server says of itself and its database', async () => {
    const asked: string[] = [];
    const well = await healthOf((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.end('{"status":"ok"}');
    });
    expect(well).toEqual({ status: 0, said: '' });
    expect(asked).toEqual(['GET /api/onefit-aggregator/v1/health']);

    const ill = await healthOf((_, response) => response.writeHead(503).end());
    expect(ill.status).toBe(1);
    expect(ill.said).toContain('It answers 503.');
  });

  it('is bad where nobody answers', async () => {
    const server = await listen(() => undefined);
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect((await askHealth(port)).status).toBe(1);
  });
});
