/** The venue's content types that the panel links to. Only this file names them. */
const CUSTOMER = 'api::customer.customer';

/** Where the content manager shows a customer. */
export function customerPath(documentId: string): string {
  return `/content-manager/collection-types/${CUSTOMER}/${documentId}`;
}
