import type { Partner } from './partner';

export type List = 'sessions' | 'bookings';

/** One page of a list of the partner API: the ids on it, and the cursor of the next one. */
export async function readPage(onefit: Partner, venue: string, list: List, query: string) {
  const { status, body } = await onefit[list](venue, query);
  expect(status).toBe(200);
  const rows = (body as unknown as Record<List, Array<{ id: string }>>)[list];
  return { ids: rows.map(({ id }) => id), cursor: body.nextCursor };
}

/** Every page in turn; `between` is done after each but the last. */
export async function readPages(
  onefit: Partner,
  venue: string,
  list: List,
  query: string,
  between = async () => {},
): Promise<string[][]> {
  const all: string[][] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const asked = [query, cursor && `cursor=${cursor}`].filter(Boolean).join('&');
    const next = await readPage(onefit, venue, list, asked && `?${asked}`);
    all.push(next.ids);
    cursor = next.cursor;
    if (cursor !== null) await between();
    if (all.length > 50) throw new Error('The list does not end.');
  }
  return all;
}
