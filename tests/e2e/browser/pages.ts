import type { Staff } from '../../loop/staff';

/** A page of ours, and how to tell that it has loaded. */
export interface PanelPage {
  name: string;
  /** below `/admin`; may ask the studio for a document */
  path: string | ((staff: Staff) => Promise<string>);
  /** Strapi's own handles and pagination do not fit into a telephone; the window must hold it all the same. */
  laidOutByStrapi?: true;
}

async function firstOf(staff: Staff, type: string): Promise<string> {
  const [first] = await staff.find(type);
  if (!first) throw new Error(`There is no ${type}.`);
  return first.documentId;
}

function editView(type: string) {
  return async (staff: Staff) =>
    `/content-manager/collection-types/api::${type}.${type}/${await firstOf(staff, type)}`;
}

const listView = (type: string) => `/content-manager/collection-types/api::${type}.${type}`;

/** Every page on which staff work, ours and those of Strapi's that we put something into. */
export const PAGES: PanelPage[] = [
  { name: 'Home', path: '/', laidOutByStrapi: true },
  { name: 'Schedule', path: '/plugins/front-desk' },
  {
    name: 'Sign-in',
    path: async (staff) =>
      `/plugins/front-desk/appointments/${await firstOf(staff, 'appointment')}`,
  },
  { name: 'Version & Info', path: '/settings/version-info' },
  { name: 'Market', path: '/plugins/onefit-aggregator/market' },
  { name: 'Learn more', path: '/plugins/onefit-aggregator/market/onefit-api' },
  { name: 'Next steps', path: '/plugins/onefit-aggregator/market/next-steps' },
  { name: 'Onefit status', path: '/plugins/onefit-aggregator/status' },
  { name: 'Activity log', path: '/plugins/onefit-aggregator/status?tab=activity-log' },
  { name: 'Month report', path: '/plugins/onefit-aggregator/status?tab=month-report' },
  { name: 'Maybe the same person', path: '/plugins/onefit-aggregator/same-person' },
  { name: 'Activities', path: listView('activity'), laidOutByStrapi: true },
  { name: 'Activity', path: editView('activity') },
  { name: 'Appointments', path: listView('appointment'), laidOutByStrapi: true },
  { name: 'Appointment', path: editView('appointment') },
  { name: 'Bookings', path: listView('booking'), laidOutByStrapi: true },
  { name: 'Booking', path: editView('booking') },
  { name: 'Customers', path: listView('customer'), laidOutByStrapi: true },
  { name: 'Customer', path: editView('customer') },
];
