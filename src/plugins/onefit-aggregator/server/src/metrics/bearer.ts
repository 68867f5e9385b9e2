import { createHash, timingSafeEqual } from 'node:crypto';

const SCHEME = /^Bearer +([\x21-\x7e]+)$/i;

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

/** Whether a header `Authorization` carries this token; takes as long wherever the two differ. */
export function carriesToken(authorization: string, token: string): boolean {
  const given = SCHEME.exec(authorization)?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(token)) && token !== '';
}
