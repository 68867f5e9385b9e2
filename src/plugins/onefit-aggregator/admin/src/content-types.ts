/** The venue's content types that the panel works with. Only this file names them. */
export const ACTIVITY = 'api::activity.activity';
export const APPOINTMENT = 'api::appointment.appointment';
export const CUSTOMER = 'api::customer.customer';
export const CUSTOMER_AGGREGATOR_ID = 'api::customer-aggregator-id.customer-aggregator-id';

/** Where the content manager lists the entries of a content type. */
export function listPath(uid: string): string {
  return `/content-manager/collection-types/${uid}`;
}

/** Where the content manager edits one entry. */
export function editPath(uid: string, documentId: string): string {
  return `${listPath(uid)}/${documentId}`;
}
