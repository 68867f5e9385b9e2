/** The venue's content types that the panel links to. Only this file names them. */
const CUSTOMER = 'api::customer.customer';
const APPOINTMENT = 'api::appointment.appointment';

/** Where the content manager shows a customer. */
export function customerPath(documentId: string): string {
  return `/content-manager/collection-types/${CUSTOMER}/${documentId}`;
}

/** Where the content manager lets one edit an appointment. */
export function appointmentPath(documentId: string): string {
  return `/content-manager/collection-types/${APPOINTMENT}/${documentId}`;
}

/** What a role must be allowed to edit appointments there. */
export const EDIT_APPOINTMENT = [
  { action: 'plugin::content-manager.explorer.update', subject: APPOINTMENT },
];
