import { createHmac } from 'node:crypto';
import type { Recipe, Rewriting } from '../requests/recipe';

/** A request as the bytes that go out. */
export interface Written {
  bytes: Buffer;
  /** how many of the bytes are sent before the caller goes away; null = all, and it stays */
  cutAfter: number | null;
  /** Whether the connection can carry no other request after this one. */
  isLast: boolean;
  /**
   * Whether the server is told that no more will come. Only where it may wait for more: Node's
   * takes this for the end of both directions, and answers no longer unless it just did.
   */
  isEnded: boolean;
}

interface Credentials {
  secret: string;
  now: Date;
}

const CHUNK = 1_000;

function timestampOf(now: Date): string {
  return `${now.toISOString().slice(0, 19)}Z`;
}

function digestOf(secret: string, method: string, target: string, timestamp: string, body: Buffer) {
  return createHmac('sha256', secret)
    .update(`${method}\n${target}\n${timestamp}\n`, 'latin1')
    .update(body)
    .digest('base64');
}

function rewritten(signature: string, as: Rewriting): string {
  switch (as) {
    case 'hex':
      return Buffer.from(signature, 'base64').toString('hex');
    case 'base64url':
      return `${Buffer.from(signature, 'base64').toString('base64url')}`;
    case 'lower-case':
      return signature.toLowerCase();
    case 'doubled':
      return `${signature}, ${signature}`;
    case 'with a blank':
      return `${signature.slice(0, 20)} ${signature.slice(20)}`;
  }
}

/** The two headers, right or wrong as the recipe wants them. */
function signatureHeaders(recipe: Recipe, { secret, now }: Credentials): Array<[string, string]> {
  const { signing, method, target, body } = recipe;
  const pair = (timestamp: string, signature: string): Array<[string, string]> => [
    ['X-Timestamp', timestamp],
    ['X-Signature', signature],
  ];
  const timestamp = timestampOf(now);
  const right = digestOf(secret, method, target, timestamp, body);
  switch (signing.how) {
    case 'right':
      return pair(timestamp, right);
    case 'nothing':
      return [];
    case 'header': {
      const { name, value } = signing;
      return pair(timestamp, right).flatMap(([header, text]) => {
        if (header !== name) return [[header, text]];
        return value === null ? [] : [[header, value]];
      });
    }
    case 'secret':
      return pair(timestamp, digestOf(signing.secret, method, target, timestamp, body));
    case 'late': {
      const then = timestampOf(new Date(now.getTime() + signing.seconds * 1000));
      return pair(then, digestOf(secret, method, target, then, body));
    }
    case 'rewritten':
      return pair(timestamp, rewritten(right, signing.as));
    case 'moved': {
      const { part } = signing;
      const signature = digestOf(
        secret,
        part === 'method' ? (method === 'GET' ? 'PUT' : 'GET') : method,
        part === 'target' ? `${target}?` : target,
        timestamp,
        part === 'body' ? Buffer.concat([body, Buffer.from(' ')]) : body,
      );
      return pair(timestamp, signature);
    }
  }
}

function chunked(body: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < body.length; at += CHUNK) {
    const piece = body.subarray(at, at + CHUNK);
    pieces.push(Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n'));
  }
  return Buffer.concat([...pieces, Buffer.from('0\r\n\r\n')]);
}

/** Whether a body is announced: also an empty one, where the method is one that has bodies. */
function framing({ sending, body, method, headers }: Recipe): Array<[string, string]> {
  if (sending === 'chunked') return [['Transfer-Encoding', 'chunked']];
  if (body.length === 0 && !['PUT', 'POST', 'PATCH'].includes(method)) return [];
  // A second one would make it no HTTP, unless that is what is wanted.
  if (headers.some(([name]) => name === 'Transfer-Encoding')) return [];
  return [['Content-Length', String(body.length)]];
}

/**
 * Writes a request down, signed at this moment. Nothing is set right on the way.
 *
 * @param host for the header of that name
 */
export function write(recipe: Recipe, host: string, credentials: Credentials): Written {
  const { method, target, version, sending, body } = recipe;
  const headers: Array<[string, string]> = [
    ['Host', host],
    ...recipe.headers,
    ...signatureHeaders(recipe, credentials),
    ...framing(recipe),
  ];
  const head = [
    `${method} ${target} ${version}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ].join('\r\n');
  const bytes = Buffer.concat([
    Buffer.from(`${head}\r\n\r\n`, 'latin1'),
    sending === 'chunked' ? chunked(body) : body,
  ]);
  return {
    bytes,
    cutAfter: sending === 'cut' ? Math.ceil(bytes.length / 2) : null,
    isLast: recipe.nodeMayRefuse || version !== 'HTTP/1.1',
    isEnded: recipe.mayBeUnfinished,
  };
}
