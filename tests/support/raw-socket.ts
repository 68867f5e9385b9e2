import { connect } from 'node:net';

/** What came back on one connection. */
export interface Said {
  /** the status of each answer, in order */
  statuses: number[];
  /** all of it */
  text: string;
}

const STATUS_LINE = /^HTTP\/1\.1 (\d{3}) /gm;

/**
 * Sends bytes just as they stand, on a connection of their own, and reads until the server ends
 * it: the last request must make it do so, or be none.
 */
export function sayRaw(url: string, bytes: string | Buffer): Promise<Said> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    // A server that refuses may end the connection before everything was sent.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const statuses = [...text.matchAll(STATUS_LINE)].map(([, status]) => Number(status));
      resolve({ statuses, text });
    });
    socket.write(bytes);
  });
}
