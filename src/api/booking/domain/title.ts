import type { Core } from '@strapi/strapi';

const UID = 'api::booking.booking';

/** As much of a booking in an answer of the Document Service as is looked at here. */
interface Booking {
  documentId: string;
  title?: string | null;
}

interface Named {
  documentId: string;
  customer: { name: string | null } | null;
  appointment: { title: string | null } | null;
}

/** The bookings in an answer to a question; what is no booking, such as null, is left out. */
function bookingsIn(answer: unknown): Booking[] {
  const all: unknown[] = Array.isArray(answer) ? answer : [answer];
  return all.filter(
    (one): one is Booking =>
      typeof one === 'object' && one !== null && 'title' in one && 'documentId' in one,
  );
}

async function nameAll(strapi: Core.Strapi, bookings: Booking[]): Promise<void> {
  if (bookings.length === 0) return;
  const rows = (await strapi.db.query(UID).findMany({
    where: { documentId: { $in: bookings.map(({ documentId }) => documentId) } },
    select: ['documentId'],
    populate: { customer: { select: ['name'] }, appointment: { select: ['title'] } },
  })) as Named[];
  const titles = new Map(
    rows.map(({ documentId, customer, appointment }) => [
      documentId,
      [customer?.name, appointment?.title].filter(Boolean).join(' · '),
    ]),
  );
  for (const booking of bookings) booking.title = titles.get(booking.documentId) || null;
}

/**
 * Gives bookings the title under which staff meet them, such as `Zoë Jansen · Zumba · 2026-12-01
 * 18:30`, whenever they are read through the Document Service. It is put together anew each time, in
 * three statements however many there are, and never stored: so it is always what customer and
 * appointment are called now, and no name is left behind where a customer is erased.
 */
export function nameBookings(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const answer = await next();
    const reads = ['findOne', 'findFirst', 'findMany'].includes(context.action);
    if (context.uid === UID && reads) await nameAll(strapi, bookingsIn(answer));
    return answer;
  });
}
