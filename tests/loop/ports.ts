import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

function listen(): Promise<{ port: number; close: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ port, close: () => new Promise((closed) => server.close(() => closed())) });
    });
  });
}

/** Gives ports of this machine that nobody listens on, all different. */
export async function freePorts(count: number): Promise<number[]> {
  // All are held until the last one is there, so that none is given twice.
  const held = await Promise.all(Array.from({ length: count }, listen));
  await Promise.all(held.map((server) => server.close()));
  return held.map((server) => server.port);
}
