import { createHash } from 'node:crypto';
import type { AdminContext } from './request';

/**
 * Answers a screen that asks again and again: with `body`, or with 304 and nothing where the
 * caller holds it already (`If-None-Match`).
 *
 * The tag is made of all that is shown. Counters and greatest times would be cheaper and wrong: a
 * change that began earlier and was committed later raises neither.
 */
export function answerUnlessKnown(ctx: AdminContext, body: object): void {
  const text = JSON.stringify(body);
  const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  ctx.set('ETag', tag);
  ctx.set('Cache-Control', 'private, no-cache');
  const known = ctx
    .get('If-None-Match')
    .split(',')
    .map((one) => one.trim());
  if (known.includes(tag) || known.includes(`W/${tag}`)) {
    ctx.status = 304;
    return;
  }
  ctx.set('Content-Type', 'application/json; charset=utf-8');
  ctx.body = text;
}
