/** A mail as it was caught. */
export interface CaughtMail {
  id: string;
  receivedAt: string;
  from: string;
  to: string[];
  subject: string;
  /** The plain text; empty when the mail has none. */
  text: string;
  /** The HTML as sent, untrusted; null when the mail has none. */
  html: string | null;
  attachments: { filename: string | null; contentType: string; bytes: number }[];
}

const MAX_MAILS = 200;

/** The last two hundred mails. */
export class Mailbox {
  private mails: CaughtMail[] = [];
  private nextId = 1;
  private readonly listeners = new Set<() => void>();

  /** Calls the listener whenever a mail comes or the box is emptied. */
  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Keeps a mail and gives it its id. */
  add(mail: Omit<CaughtMail, 'id'>): CaughtMail {
    const kept = { id: `m-${this.nextId++}`, ...mail };
    this.mails.push(kept);
    if (this.mails.length > MAX_MAILS) this.mails.shift();
    this.changed();
    return kept;
  }

  /** Gives the mails, newest first. */
  list(): CaughtMail[] {
    return [...this.mails].reverse();
  }

  find(id: string): CaughtMail | undefined {
    return this.mails.find((mail) => mail.id === id);
  }

  /** Throws all mails away. */
  clear(): void {
    this.mails = [];
    this.changed();
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}
