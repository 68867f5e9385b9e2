import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import { problem } from '../contract/problem';
import type { TerminalEffect } from './fault-list';

const JSON_TYPE = 'application/json; charset=utf-8';
const MEGABYTE = 1_048_576;

/** Says whether the request is carried out before this effect takes the answer's place. */
export function isApplied(effect: TerminalEffect): boolean {
  switch (effect.kind) {
    case 'applied_unanswered':
      return true;
    case 'status':
    case 'reset':
    case 'hang':
    case 'redirect':
      return effect.applied ?? false;
    default:
      return effect.applied ?? true;
  }
}

/**
 * Answers, or does not answer, as the effect says. `answer` is what would have been answered; an
 * empty object when the request was not carried out.
 */
export async function deliver(
  reply: FastifyReply,
  effect: TerminalEffect,
  answer: unknown,
): Promise<FastifyReply> {
  switch (effect.kind) {
    case 'status':
      return answerStatus(reply, effect);
    case 'reset':
    case 'applied_unanswered':
      reply.hijack();
      reply.raw.socket?.resetAndDestroy();
      return reply;
    case 'hang':
      // Neither answered nor closed: the caller's own time-out has to end it.
      return reply.hijack();
    case 'malformed_json':
      return reply.type(JSON_TYPE).send('{"results": [{"id": "<b>not json</b>", ');
    case 'wrong_schema':
      return reply.type(JSON_TYPE).send('{"results":"<b>all fine</b>","sessions":{"id":7}}');
    case 'slow_body':
      return reply.type(JSON_TYPE).send(Readable.from(drip(JSON.stringify(answer), effect)));
    case 'huge_body':
      return reply.type(JSON_TYPE).send(Readable.from(padding(effect.megabytes ?? 64)));
    case 'redirect':
      return reply.redirect(effect.location ?? `${reply.request.url}#moved`, effect.status ?? 307);
  }
}

function answerStatus(
  reply: FastifyReply,
  effect: Extract<TerminalEffect, { kind: 'status' }>,
): FastifyReply {
  if (effect.retryAfter !== undefined) reply.header('Retry-After', String(effect.retryAfter));
  const code = effect.code ?? DEFAULT_CODES[effect.status] ?? 'temporarily_unavailable';
  return reply
    .code(effect.status)
    .type('application/problem+json')
    .send(JSON.stringify(problem(effect.status, code, 'This answer was ordered in the sandbox.')));
}

const DEFAULT_CODES: Record<number, string> = {
  400: 'invalid_request',
  401: 'signature_invalid',
  403: 'forbidden',
  404: 'venue_not_linked',
  429: 'too_many_requests',
};

async function* drip(
  text: string,
  { chunkBytes = 8, chunkMs = 1_000 }: { chunkBytes?: number; chunkMs?: number },
): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    yield bytes.subarray(start, start + chunkBytes);
    await sleep(chunkMs);
  }
}

function* padding(megabytes: number): Generator<Buffer> {
  const block = Buffer.alloc(MEGABYTE, ' ');
  yield Buffer.from('{"results":[');
  for (let sent = 0; sent < megabytes; sent += 1) yield block;
  yield Buffer.from(']}');
}
