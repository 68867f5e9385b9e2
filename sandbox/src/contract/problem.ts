import type { FieldError, Problem } from './types';

const TITLES: Record<number, string> = {
  400: 'The request is not valid',
  401: 'The request is not signed as agreed',
  403: 'Not allowed',
  404: 'Not found',
  408: 'The request took too long',
  409: 'Not possible now',
  413: 'The request is too large',
  415: 'The content type is not supported',
  429: 'Too many requests',
  500: 'Something went wrong at Onefit',
  502: 'Something went wrong at Onefit',
  503: 'Onefit cannot answer now',
  504: 'Onefit cannot answer now',
};

/** A refusal on its way to the caller; the error handler of /v1 turns it into an answer. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly errors?: FieldError[],
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** Builds the body of an error answer, RFC 9457, with the contract's `code`. */
export function problem(
  status: number,
  code: string,
  detail: string,
  errors?: FieldError[],
): Problem {
  return {
    type: 'about:blank',
    title: TITLES[status] ?? 'The request was refused',
    status,
    detail,
    code,
    ...(errors ? { errors } : {}),
  };
}
