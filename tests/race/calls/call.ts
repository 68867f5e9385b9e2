/** What is asked of the venue: by Onefit (signed), or at the front desk and in the panel (staff). */
export type Asked =
  | { kind: 'book'; booking: string; session: string; member: string }
  | { kind: 'cancel'; booking: string; late: boolean }
  | { kind: 'check-in'; booking: string }
  | { kind: 'read'; booking: string }
  | { kind: 'desk-book'; appointment: string; customer: string; through: 'sign-in' | 'panel' }
  | { kind: 'desk-cancel'; entry: string; late: boolean }
  | { kind: 'desk-check-in'; entry: string }
  | { kind: 'desk-no-show'; entry: string }
  | { kind: 'desk-look'; appointment: string }
  | { kind: 'edit'; appointment: string; capacity?: number; limit?: number | null }
  | { kind: 'edit-activity'; activity: string; limit: number | null }
  | { kind: 'call-off'; appointment: string };

export type Kind = Asked['kind'];

/** What a call asked, where it is of one kind. */
export type AskedOf<K extends Kind> = Extract<Asked, { kind: K }>;

/** A booking as Onefit is answered it. */
export interface BookingBody {
  id: string;
  sessionId: string;
  status: string;
  member: { id: string };
  product: string;
  bookedAt: string;
  modifiedAt: string;
}

/** An entry of the Sign-in, as far as the checks look at it. */
export interface EntryBody {
  documentId: string;
  source: string;
  state: string;
}

export interface Answer {
  status: number;
  /** the stable code of a refusal */
  code: string | null;
  /** whether a header said when to come again */
  retryAfter: boolean;
  /** of Onefit's calls answered 200 or 201 */
  booking: BookingBody | null;
  /** of the front desk's calls: the one entry, or all of the Sign-in */
  entries: EntryBody[];
}

/** One call with what came of it. Times in milliseconds of the run's own clock. */
export interface Call {
  /** which caller process made it, and its how-manieth it is: `2-117` */
  id: string;
  /** index of the server process */
  server: number;
  asked: Asked;
  invokedAt: number;
  /** null = never answered: whether it took effect is unknown */
  answer: Answer | null;
  answeredAt: number | null;
  /** why there is no answer: `cut` by the caller itself, or the reason why it broke */
  lost: string | null;
}

/** A call of one kind. */
export type CallOf<K extends Kind> = Call & { asked: AskedOf<K> };

export function isOf<K extends Kind>(call: Call, ...kinds: K[]): call is CallOf<K> {
  return (kinds as Kind[]).includes(call.asked.kind);
}
