/** Undoes what was done so far, the last first. */
export interface Undo {
  later(step: () => Promise<unknown>): void;
  /** Does so, each step once. */
  all(): Promise<void>;
}

export function createUndo(): Undo {
  const steps: Array<() => Promise<unknown>> = [];
  return {
    later: (step) => void steps.push(step),
    async all() {
      for (const step of steps.reverse().splice(0)) await step();
    },
  };
}

/** Builds something of many parts; those that were started are stopped when a later one does not start. */
export async function builtOrUndone<Built>(build: (undo: Undo) => Promise<Built>): Promise<Built> {
  const undo = createUndo();
  try {
    return await build(undo);
  } catch (error) {
    await undo.all();
    throw error;
  }
}
