import { createTurns } from './turns';

/** Work that lasts until it is told to end; says in which order it was begun. */
function heldWork() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    work: ({ venueKey }: { venueKey: string }) =>
      new Promise<void>((resolve) => {
        begun.push(venueKey);
        ends.set(venueKey, resolve);
      }),
    async end(venueKey: string) {
      ends.get(venueKey)?.();
      await new Promise(setImmediate);
    },
  };
}

function venues(...keys: string[]) {
  return keys.map((venueKey) => ({ venueKey }));
}

describe('turns of venues', () => {
  it('begins no more than so many, and the next one when one ends', async () => {
    const { begun, work, end } = heldWork();
    const turns = createTurns(2, work);
    turns.offer(venues('a', 'b', 'c', 'd'));
    expect(begun).toEqual(['a', 'b']);
    expect(turns.isFull()).toBe(true);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
    expect([turns.isBusy('a'), turns.isBusy('b'), turns.isBusy('d')]).toEqual([true, false, false]);
  });

  it('takes a new offer in place of those who wait, and begins nobody twice', async () => {
    const { begun, work, end } = heldWork();
    const turns = createTurns(1, work);
    turns.offer(venues('a', 'b', 'c'));
    turns.offer(venues('c', 'a', 'd'));
    await end('a');
    await end('c');
    await end('d');
    expect(begun).toEqual(['a', 'c', 'd']);
    expect(turns.isFull()).toBe(false);
  });

  it('begins nobody who waits once it is stopped, and waits for those under way', async () => {
    const { begun, work, end } = heldWork();
    const turns = createTurns(1, work);
    turns.offer(venues('a', 'b'));
    let stopped = false;
    const stopping = turns.stop().then(() => {
      stopped = true;
    });
    await new Promise(setImmediate);
    expect(stopped).toBe(false);
    await end('a');
    await stopping;
    expect(begun).toEqual(['a']);
  });
});
