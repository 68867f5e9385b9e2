/** Work for several venues side by side, at most so many at once; the others wait for their turn. */
export interface Turns<Item> {
  /** These wait from now on, in this order, in place of those who did; a venue that has its turn is left out. */
  offer(items: Item[]): void;
  isBusy(venueKey: string): boolean;
  /** Whether whoever comes now has to wait. */
  isFull(): boolean;
  /** Begins nothing more and waits for what is under way. */
  stop(): Promise<void>;
}

/** @param work does what there is to do for one venue; it never throws */
export function createTurns<Item extends { venueKey: string }>(
  most: number,
  work: (item: Item) => Promise<void>,
): Turns<Item> {
  const busy = new Map<string, Promise<void>>();
  let waiting: Item[] = [];

  function begin(item: Item): void {
    const ended = () => {
      busy.delete(item.venueKey);
      fill();
    };
    busy.set(item.venueKey, work(item).then(ended));
  }

  function fill(): void {
    const free = Math.max(0, most - busy.size);
    for (const item of waiting.splice(0, free)) begin(item);
  }

  return {
    offer(items) {
      waiting = items.filter(({ venueKey }) => !busy.has(venueKey));
      fill();
    },
    isBusy: (venueKey) => busy.has(venueKey),
    isFull: () => busy.size >= most,
    async stop() {
      waiting = [];
      await Promise.all(busy.values());
    },
  };
}
