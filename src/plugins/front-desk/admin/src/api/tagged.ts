import { useCallback } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

/** What the server answered, with the tag by which it knows whether that still holds. */
export interface Tagged<Value> {
  tag: string;
  value: Value;
}

const NOT_MODIFIED = 304;

/** An answer that takes longer will not come: asking again is better than waiting. */
const LONGEST_MS = 10_000;

/**
 * Asks for something that is shown all day: where nothing has changed since, the server says so in
 * a few bytes, and what is `held` is given back as the same object.
 */
export function useTaggedGet() {
  const { get } = useFetchClient();
  return useCallback(
    async <Value>(
      path: string,
      params: Record<string, string>,
      held?: Tagged<Value>,
    ): Promise<Tagged<Value>> => {
      const { data, status, headers } = await get(path, {
        params,
        responseType: 'text',
        signal: AbortSignal.timeout(LONGEST_MS),
        headers: held ? { 'If-None-Match': held.tag } : {},
        validateStatus: (answered) => answered === NOT_MODIFIED,
      });
      if (held && status === NOT_MODIFIED) return held;
      return { tag: headers?.get('ETag') ?? '', value: JSON.parse(data) as Value };
    },
    [get],
  );
}
