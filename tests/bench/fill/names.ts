/** What the document ids of a benchmark's customers begin with; a number follows. */
export const CUSTOMER = 'benchcustomer';
/** The same of the sessions that the rounds book. */
export const SESSION = 'benchsession';
/** The same of appointments that were booked before. */
export const PAST = 'benchhistory';
export const CUSTOMER_DIGITS = 11;
export const SESSION_DIGITS = 12;

/** The member id under which Onefit knows the customer of a number. */
export function memberId(number: number): string {
  return `m-${number}`;
}

/** The document id of a customer; as long as those that Strapi makes. */
export function customerDocumentId(number: number): string {
  return `${CUSTOMER}${String(number).padStart(CUSTOMER_DIGITS, '0')}`;
}

/** The document id of a session: those that are booked spread first, the hot ones after them. */
export function sessionDocumentId(number: number): string {
  return `${SESSION}${String(number).padStart(SESSION_DIGITS, '0')}`;
}
