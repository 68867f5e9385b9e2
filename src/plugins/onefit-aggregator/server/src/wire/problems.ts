import { problemKind, problemType } from './problem-codes';
import type { ProblemCode } from './problem-codes';

export { problemCodes, problemKind, problemType } from './problem-codes';
export type { ProblemCode, ProblemKind } from './problem-codes';

/** The media type of every refusal. RFC 9457. */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** One fault of a request: where, as `member.firstName`, and what to do about it. */
export interface FieldError {
  path: string;
  message: string;
}

export interface ProblemOptions {
  /** Replaces the default text. Must be safe to show to a member. */
  detail?: string;
  errors?: readonly FieldError[];
  /** Seconds; replaces the default of the code. */
  retryAfter?: number;
  /** The methods that the address does take, for `method_not_allowed`. */
  allow?: readonly string[];
  /** What went wrong inside. For the log, never for the answer. */
  cause?: unknown;
}

/** The body of a refusal. */
export interface ProblemJson {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  errors?: FieldError[];
}

/** A refusal by the contract. Thrown anywhere below a route, turned into an answer in one place. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldError[] | undefined;
  readonly retryAfter: number | undefined;
  readonly allow: readonly string[] | undefined;

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    const kind = problemKind(code);
    const detail = options.detail ?? kind.detail;
    super(`${code}: ${detail}`, { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.status = kind.status;
    this.title = kind.title;
    this.detail = detail;
    this.errors = options.errors;
    this.retryAfter = options.retryAfter ?? kind.retryAfter;
    this.allow = options.allow;
  }
}

/** The body of the answer. RFC 9457 with the contract's `code` and `errors`, and nothing else. */
export function toProblemJson(problem: Problem): ProblemJson {
  return {
    type: problemType(problem.code),
    title: problem.title,
    status: problem.status,
    detail: problem.detail,
    code: problem.code,
    ...(problem.errors ? { errors: [...problem.errors] } : {}),
  };
}

/** The headers that go with the answer: content type, and what the status asks for. */
export function problemHeaders(problem: Problem): Record<string, string> {
  const headers: Record<string, string> = { 'Content-Type': PROBLEM_MEDIA_TYPE };
  if (problem.retryAfter !== undefined) {
    headers['Retry-After'] = String(Math.max(1, Math.ceil(problem.retryAfter)));
  }
  if (problem.allow) headers['Allow'] = problem.allow.join(', ');
  // RFC 9110 wants a 401 to name the scheme it expects.
  if (problem.status === 401) headers['WWW-Authenticate'] = 'HMAC-SHA256';
  return headers;
}
