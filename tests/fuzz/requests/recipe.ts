import type { Json } from './document';

/** How a request is signed. Only `right` lets it in. */
export type Signing =
  | { how: 'right' }
  /** a header is not there, or holds this in place of what belongs there */
  | { how: 'header'; name: 'X-Signature' | 'X-Timestamp'; value: string | null }
  | { how: 'nothing' }
  | { how: 'secret'; secret: string }
  /** rightly signed, but for another method, target or body than what is sent */
  | { how: 'moved'; part: 'method' | 'target' | 'body' }
  /** rightly signed, so many seconds from now */
  | { how: 'late'; seconds: number }
  /** the right signature, written in another way */
  | { how: 'rewritten'; as: Rewriting };

/** Ways to write a signature that the contract does not know. */
export type Rewriting = 'hex' | 'base64url' | 'lower-case' | 'doubled' | 'with a blank';

/** How its bytes go out: with their length, in chunks, or only the first half before the end. */
export type Sending = 'length' | 'chunked' | 'cut';

/** A request before it is written down: what the document asks for, and what was done to it. */
export interface Draft {
  /** the operation of the document that it began as */
  operationId: string;
  method: string;
  /** encoded, below the base path */
  segments: string[];
  /** without the question mark; null = none */
  query: string | null;
  /** undefined = no body */
  json: Json | undefined;
}

/** A request that can be signed and sent. Strings of the head hold one byte a character. */
export interface Recipe {
  operationId: string;
  /** what was done to it, in words; empty = just as the document has it */
  twists: string[];
  method: string;
  target: string;
  version: string;
  headers: Array<[string, string]>;
  body: Buffer;
  sending: Sending;
  signing: Signing;
  /** Whether it is no HTTP, or beyond Node's own limits: refused before anybody of ours sees it. */
  nodeMayRefuse: boolean;
  /** Whether it may announce more than it sends, so that a server waits for the rest. */
  mayBeUnfinished: boolean;
}

/** Something that is done to a request. */
export interface Twist<Subject> {
  name: string;
  apply(subject: Subject): Subject;
}
