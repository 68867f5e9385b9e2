import type { Knex } from '../venue';

/** How the e-mails to an appointment's own customers stand. */
export interface MessageCounts {
  sent: number;
  /** still to be sent, or sent again */
  due: number;
  /** given up */
  failed: number;
  /** of customers without an e-mail address: staff must tell them */
  noAddress: number;
}

/** Counts the e-mails about one appointment. */
export async function countMessages(knex: Knex, appointment: string): Promise<MessageCounts> {
  const rows: Array<{ state: string; messages: number | string }> = await knex('customer_messages')
    .where({ appointment_key: appointment })
    .groupBy('state')
    .select('state')
    .count({ messages: '*' });
  const of = (state: string) => Number(rows.find((row) => row.state === state)?.messages ?? 0);
  return {
    sent: of('sent'),
    due: of('due'),
    failed: of('failed'),
    noAddress: of('no_address'),
  };
}
