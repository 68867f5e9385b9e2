import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A Redis that counts requests, and fails as a test tells it to. */
export interface FakeRedis {
  url: string;
  /** how many requests it counted */
  counted(): number;
  /** how many commands it was sent without answering them */
  unanswered(): number;
  /** how many connections it ever took */
  connections(): number;
  /** From now on it takes connections and commands, and answers nothing, as a process that hangs. */
  fallSilent(): void;
  /** Answers again. */
  speak(): void;
  /** Breaks all connections, and takes none any more. */
  goAway(): Promise<void>;
}

/** The first command in what arrived, and what comes after it; null = it is not whole yet. */
function firstCommand(arrived: string): { words: string[]; rest: string } | null {
  const head = /^\*(\d+)\r\n/.exec(arrived);
  if (!head) return null;
  const words: string[] = [];
  let rest = arrived.slice(head[0].length);
  for (let left = Number(head[1]); left > 0; left -= 1) {
    const size = /^\$(\d+)\r\n/.exec(rest);
    if (!size) return null;
    const from = size[0].length;
    const to = from + Number(size[1]);
    if (rest.length < to + 2) return null;
    words.push(rest.slice(from, to));
    rest = rest.slice(to + 2);
  }
  return { words, rest };
}

const ALIVE = 'redis_version:7.0.0\r\nloading:0\r\n';
const MINUTE_MS = 60_000;

/** Starts one on any free port. */
export async function startFakeRedis(): Promise<FakeRedis> {
  const counts = new Map<string, number>();
  const sockets = new Set<Socket>();
  let silent = false;
  let connections = 0;
  let unanswered = 0;

  /** A script that counts names its key behind itself and how many keys there are. */
  function count([, , , key = '']: string[]): string {
    const counted = (counts.get(key) ?? 0) + 1;
    counts.set(key, counted);
    return `*2\r\n:${counted}\r\n:${MINUTE_MS}\r\n`;
  }

  function answerTo(words: string[]): string {
    const name = words[0]?.toLowerCase() ?? '';
    if (name.startsWith('eval')) return count(words);
    return name === 'info' ? `$${ALIVE.length}\r\n${ALIVE}\r\n` : '+OK\r\n';
  }

  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    let arrived = '';
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      arrived += bytes.toString('latin1');
      for (let next = firstCommand(arrived); next; next = firstCommand(arrived)) {
        arrived = next.rest;
        if (silent) unanswered += 1;
        else socket.write(answerTo(next.words));
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `redis://127.0.0.1:${port}`,
    counted: () => [...counts.values()].reduce((sum, counted) => sum + counted, 0),
    unanswered: () => unanswered,
    connections: () => connections,
    fallSilent: () => {
      silent = true;
    },
    speak: () => {
      silent = false;
    },
    async goAway() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
