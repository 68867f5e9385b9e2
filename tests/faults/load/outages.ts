/** A span of the run's clock in which calls may be cut off by the test itself. */
export interface Outage {
  from: number;
  to: number;
}

/** Lets the load through while the venue is up, and remembers when it was not. */
export interface Gate {
  /** From now on calls wait; those in the air may have been cut off since `from`. */
  close(from: number): void;
  open(): void;
  /** Notes a span in which calls were made nevertheless. */
  note(outage: Outage): void;
  /** Waits until the venue is up. */
  passed(): Promise<void>;
  /** Whether a call from and to these moments can have been cut off. */
  touched(from: number, to: number): boolean;
}

/** @param clock milliseconds of the run */
export function createGate(clock: () => number): Gate {
  const outages: Outage[] = [];
  let closed: { outage: Outage; opened: Promise<void>; open: () => void } | null = null;
  return {
    close(from) {
      const outage = { from, to: Infinity };
      outages.push(outage);
      let open = () => {};
      const opened = new Promise<void>((resolve) => (open = resolve));
      closed = { outage, opened, open };
    },
    open() {
      if (!closed) return;
      closed.outage.to = clock();
      closed.open();
      closed = null;
    },
    note: (outage) => void outages.push(outage),
    passed: async () => closed?.opened,
    touched: (from, to) => outages.some((outage) => outage.from <= to && from <= outage.to),
  };
}
