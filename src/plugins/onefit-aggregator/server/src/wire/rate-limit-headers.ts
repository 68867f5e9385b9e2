/** How a caller stands against its limit of requests. */
export interface RateLimitState {
  /** Requests per window. */
  limit: number;
  /** Requests left in this window. */
  remaining: number;
  /** Milliseconds until the window ends. */
  resetInMs: number;
}

/**
 * The headers that tell a caller how it stands, on every answer to one who is known, refusals
 * included. Rule: docs/onefit-api.md, `too_many_requests`.
 */
export function rateLimitHeaders(state: RateLimitState): Record<string, string> {
  return {
    'RateLimit-Limit': String(state.limit),
    'RateLimit-Remaining': String(Math.max(0, state.remaining)),
    'RateLimit-Reset': String(Math.max(0, Math.ceil(state.resetInMs / 1000))),
  };
}
