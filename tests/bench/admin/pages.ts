/** A page of the panel, and what stock Strapi would be asked for the same rows. */
export interface Page {
  name: 'schedule' | 'signIn';
  rows: number;
  ours: string;
  /** one call, or as many as the content manager's page size makes of them */
  stock: string[];
  rowsOf: (answer: unknown) => number;
}

/** The content manager gives at most this many rows a page. */
const PAGE_SIZE = 100;

function contentManager(type: string, rows: number, filters: Record<string, string>): string[] {
  const pages = Math.ceil(rows / PAGE_SIZE);
  return Array.from({ length: pages }, (_, index) => {
    const query = new URLSearchParams({
      page: String(index + 1),
      pageSize: String(Math.min(PAGE_SIZE, rows)),
      ...filters,
    });
    return `/content-manager/collection-types/api::${type}.${type}?${query.toString()}`;
  });
}

/** The Schedule of a week and the Sign-in of an appointment beside the content manager's lists. */
export function pagesOf(week: { from: Date; to: Date }, appointment: string): Page[] {
  const [from, to] = [week.from.toISOString(), week.to.toISOString()];
  return [
    {
      name: 'schedule',
      rows: 300,
      ours: `/front-desk/appointments?from=${from}&to=${to}`,
      stock: contentManager('appointment', 300, {
        sort: 'startsAt:ASC',
        'filters[$and][0][startsAt][$gte]': from,
        'filters[$and][1][startsAt][$lt]': to,
      }),
      rowsOf: (answer) => (answer as { appointments: unknown[] }).appointments.length,
    },
    {
      name: 'signIn',
      rows: 60,
      ours: `/front-desk/appointments/${appointment}/sign-in`,
      stock: contentManager('booking', 60, {
        sort: 'bookedAt:ASC',
        'filters[$and][0][appointment][documentId][$eq]': appointment,
      }),
      rowsOf: (answer) => (answer as { bookings: unknown[] }).bookings.length,
    },
  ];
}
