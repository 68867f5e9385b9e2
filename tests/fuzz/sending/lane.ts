import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { createAnswerReader } from './answer-reader';
import type { Answer } from './answer-reader';
import type { Written } from './write';

/** An answer; or why there is none: `cut` by the caller itself, or what happened. */
export type Fate = { answer: Answer; lost: null } | { answer: null; lost: string };

/** The caller went away before the venue could answer. */
export const CUT = 'cut';

/** One connection to the venue, opened anew whenever it was closed. */
export interface Lane {
  /** Sends one request and waits for its answer. Never rejects. */
  send(written: Written, method: string): Promise<Fate>;
  close(): void;
}

/** How long an answer may take; the contract wants it within a second, of a venue in peace. */
const PATIENCE_MS = 20_000;

export function openLane(url: string): Lane {
  const { hostname, port } = new URL(url);
  let socket: Socket | null = null;

  function opened(): Socket {
    if (socket && !socket.destroyed && socket.writable) return socket;
    const fresh = connect(Number(port), hostname);
    fresh.setNoDelay(true);
    // What breaks is told to whoever waits for an answer; nobody else needs to know.
    fresh.on('error', () => undefined);
    return fresh;
  }

  function send({ bytes, cutAfter, isLast, isEnded }: Written, method: string): Promise<Fate> {
    const line = opened();
    socket = line;
    const reader = createAnswerReader(method);
    return new Promise((resolve) => {
      const settle = (fate: Fate, keep: boolean) => {
        clearTimeout(timer);
        line.off('data', read);
        line.off('end', ended);
        line.off('close', closed);
        line.off('error', broke);
        if (!keep) {
          line.destroy();
          socket = null;
        }
        resolve(fate);
      };
      const lose = (lost: string) => settle({ answer: null, lost }, false);
      const read = (more: Buffer) => {
        try {
          const answer = reader.take(more);
          if (answer) settle({ answer, lost: null }, !answer.closes && !isLast);
        } catch (error) {
          lose((error as Error).message);
        }
      };
      const ended = () => {
        const answer = reader.end();
        if (answer) settle({ answer, lost: null }, false);
        else lose('the connection was ended');
      };
      const closed = () => lose('the connection was closed');
      const broke = (error: Error) => lose(`the connection broke: ${error.message}`);
      const timer = setTimeout(() => lose('no answer came in time'), PATIENCE_MS);
      line.on('data', read);
      line.once('end', ended);
      line.once('close', closed);
      line.once('error', broke);
      if (cutAfter !== null) line.write(bytes.subarray(0, cutAfter), () => lose(CUT));
      else if (isEnded) line.end(bytes);
      else line.write(bytes);
    });
  }

  return { send, close: () => socket?.destroy() };
}
