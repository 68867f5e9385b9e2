/** One request in either direction, as it is shown and answered by the control API. */
export interface LoggedRequest {
  id: number;
  at: string;
  /** `in`: the venue called Onefit. `out`: Onefit called the venue. */
  direction: 'in' | 'out';
  method: string;
  path: string;
  /** Null while it is under way, and when no answer came. */
  status: number | null;
  /** Milliseconds from start to end; null while it is under way. */
  ms: number | null;
  /** The beginning of the bodies, as text. */
  requestBody: string;
  responseBody: string;
  /** The kinds of faults that struck it. */
  faults: string[];
  /** What went wrong without an answer. */
  error: string | null;
}

/** How often something was asked and answered, over everything and never cut. */
export interface RequestCounts {
  total: number;
  /** By status; `none` for requests that were not answered. */
  byStatus: Record<string, number>;
}

/** The answer to a request; a null status says that none came. */
export interface LoggedAnswer {
  status: number | null;
  responseBody?: string;
  error?: string;
}

const MAX_ENTRIES = 500;
const MAX_BODY = 2_000;

/** The last five hundred requests in both directions, and counts of all of them. */
export class RequestLog {
  private entries: LoggedRequest[] = [];
  private nextId = 1;
  private readonly counts: Record<string, RequestCounts> = {};
  private readonly listeners = new Set<(entry: LoggedRequest) => void>();

  /** Calls the listener when a request begins and again when it has ended. */
  onEntry(listener: (entry: LoggedRequest) => void): void {
    this.listeners.add(listener);
  }

  /** Notes that a request begins. Give the entry back to `finish` when it has ended. */
  begin(start: Pick<LoggedRequest, 'direction' | 'method' | 'path'>): LoggedRequest {
    const entry: LoggedRequest = {
      id: this.nextId++,
      at: new Date().toISOString(),
      ...start,
      status: null,
      ms: null,
      requestBody: '',
      responseBody: '',
      faults: [],
      error: null,
    };
    this.entries.push(entry);
    if (this.entries.length > MAX_ENTRIES) this.entries.shift();
    this.tell(entry);
    return entry;
  }

  /** Notes how a request ended. `label` is what it is counted as, such as `sessions.put`. */
  finish(entry: LoggedRequest, label: string, answer: LoggedAnswer): void {
    entry.ms = Date.now() - Date.parse(entry.at);
    entry.status = answer.status;
    entry.responseBody = shorten(answer.responseBody ?? entry.responseBody);
    entry.error = answer.error ?? null;
    const counts = (this.counts[label] ??= { total: 0, byStatus: {} });
    const status = String(answer.status ?? 'none');
    counts.total += 1;
    counts.byStatus[status] = (counts.byStatus[status] ?? 0) + 1;
    this.tell(entry);
  }

  /** Gives the newest entries, newest first. */
  list(limit = MAX_ENTRIES): LoggedRequest[] {
    return this.entries.slice(-limit).reverse();
  }

  /** Gives the counts of all requests since the start or the last `clear`, by label. */
  counted(): Record<string, RequestCounts> {
    return structuredClone(this.counts);
  }

  /** Empties the log and sets the counts to nothing. */
  clear(): void {
    this.entries = [];
    for (const label of Object.keys(this.counts)) delete this.counts[label];
  }

  private tell(entry: LoggedRequest): void {
    for (const listener of this.listeners) listener(entry);
  }
}

/** Cuts a body to what the log keeps, and says how long it was. */
export function shorten(body: string): string {
  if (body.length <= MAX_BODY) return body;
  return `${body.slice(0, MAX_BODY)}… (${body.length} characters)`;
}
