import type { Answer, Asked, BookingBody, Call, EntryBody } from './call';
import { connectTo } from './http';
import type { Reply } from './http';
import { toRequest } from './requests';
import type { Target } from './requests';

/** Makes calls and writes down what came of each. */
export interface Performer {
  perform(asked: Asked, how: { server: number; cutAfterMs?: number | null }): Promise<Call>;
  close(): void;
}

interface Refused {
  code?: string;
  error?: { message?: string; details?: { code?: string } };
}

/** The stable code of a refusal, as problem+json or Strapi's envelope gives it. */
function codeOf(status: number, body: unknown): string | null {
  if (status < 400) return null;
  const refused = body as Refused | null;
  return refused?.code ?? refused?.error?.details?.code ?? refused?.error?.message ?? null;
}

function entriesOf(asked: Asked, body: unknown): EntryBody[] {
  const answer = body as { bookings?: EntryBody[]; data?: EntryBody };
  // The Sign-in lists its entries, the content manager wraps its document.
  const found = answer.bookings ?? [answer.data ?? (answer as EntryBody)];
  return found.map(({ documentId, source, state }) => ({ documentId, source, state }));
}

const ONEFIT = new Set(['book', 'cancel', 'check-in', 'read']);
const DESK = new Set(['desk-book', 'desk-cancel', 'desk-check-in', 'desk-no-show', 'desk-look']);

function answerOf(asked: Asked, { status, headers, body }: Reply): Answer {
  const given = status < 300 && typeof body === 'object' && body !== null;
  return {
    status,
    code: codeOf(status, body),
    retryAfter: headers['retry-after'] !== undefined,
    booking: given && status !== 202 && ONEFIT.has(asked.kind) ? (body as BookingBody) : null,
    entries: given && DESK.has(asked.kind) ? entriesOf(asked, body) : [],
  };
}

/**
 * @param name begins the ids of the calls
 * @param clock the run's clock
 */
export function createPerformer(target: Target, name: string, clock: () => number): Performer {
  const connections = target.urls.map(connectTo);
  let made = 0;
  return {
    close: () => connections.forEach((connection) => connection.close()),
    async perform(asked, { server, cutAfterMs = null }) {
      const connection = connections[server % connections.length];
      if (!connection) throw new Error('There is no server to call.');
      const request = toRequest(target, asked);
      made += 1;
      const id = `${name}-${made}`;
      const invokedAt = clock();
      const { reply, lost } = await connection.send(request, cutAfterMs);
      const at = clock();
      return {
        id,
        server: server % connections.length,
        asked,
        invokedAt,
        answer: reply && answerOf(asked, reply),
        answeredAt: reply && at,
        lost,
      };
    },
  };
}
