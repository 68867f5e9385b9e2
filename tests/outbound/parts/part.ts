/** One thing that must hold, and whether it did. */
export interface Check {
  name: string;
  holds: boolean;
  /** what was seen, in short; more than a line only where it does not hold */
  seen: string[];
}

/** What a part of the suite found. */
export interface PartReport {
  checks: Check[];
  /** numbers for the docs, as JSON */
  facts: Record<string, unknown>;
  /** tables and the like, printed as they are */
  lines?: string[];
}

/** Ends a part before its time; what it made is taken away all the same. */
export type Interruption = AbortSignal;
