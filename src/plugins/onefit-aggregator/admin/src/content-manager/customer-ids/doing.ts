import type { CustomerId } from '../../api/customer-ids';

/** The customer whose entry is open. */
export interface Customer {
  documentId: string;
  id: number | string;
}

/** What the reader's role may do with IDs, and with two customers who are one person. */
export type Allowed = Record<'enter' | 'change' | 'remove' | 'merge', boolean>;

/** Which dialog is open; an ID that is held already is changed by entering another. */
export type Doing =
  | { what: 'enter'; held: CustomerId | null }
  | { what: 'remove'; held: CustomerId };
