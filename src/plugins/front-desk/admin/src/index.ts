import type { StrapiApp } from '@strapi/strapi/admin';
import { Calendar, ChartPie } from '@strapi/icons';
import { registerConsent } from './content-manager/consent/register';
import { registerDates } from './content-manager/dates/register';
import { EDIT_VIEW_LAYOUT, groupDates } from './content-manager/group-dates';
import { registerVenueTime } from './content-manager/venue-time/register';
import { SCHEDULE_LINK, SCHEDULE_PATH } from './paths';
import { READ_FILL_RATE, READ_SCHEDULE, READ_VERSION_INFO } from './permissions';
import { PLUGIN } from './plugin-id';
import { registerTrads } from './translations';
import { addVenueFact } from './venue-facts';

/** After the home page, before the content manager: it is the day's first screen. */
const BEFORE_CONTENT = 0.5;

/** Wiring only: what each part shows stands in its own folder. */
export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN, name: 'Front desk', apis: { addVenueFact } });
    registerConsent(app);
    registerDates(app);
    registerVenueTime(app);
    app.addMenuLink({
      to: SCHEDULE_LINK,
      icon: Calendar,
      position: BEFORE_CONTENT,
      intlLabel: { id: `${PLUGIN}.schedule.title`, defaultMessage: 'Schedule' },
      permissions: READ_SCHEDULE,
      Component: () => import('./pages/Schedule/SchedulePage'),
    });
    app.widgets.register([
      {
        id: 'today',
        pluginId: PLUGIN,
        icon: Calendar,
        title: { id: `${PLUGIN}.widget.today`, defaultMessage: 'Today’s appointments' },
        link: {
          label: { id: `${PLUGIN}.widget.openSchedule`, defaultMessage: 'Open the schedule' },
          href: SCHEDULE_PATH,
        },
        permissions: READ_SCHEDULE,
        component: async () => (await import('./widgets/TodayWidget')).default,
      },
      {
        id: 'fill-rate',
        pluginId: PLUGIN,
        icon: ChartPie,
        title: {
          id: `${PLUGIN}.widget.fillRateTitle`,
          defaultMessage: 'Fill rate of the last 8 weeks',
        },
        permissions: READ_FILL_RATE,
        component: async () => (await import('./widgets/FillRateWidget')).default,
      },
    ]);
    app.addSettingsLink('global', {
      id: 'version-info',
      to: 'version-info',
      intlLabel: { id: `${PLUGIN}.version.title`, defaultMessage: 'Version & Info' },
      permissions: READ_VERSION_INFO,
      Component: () => import('./pages/VersionInfo/VersionInfoPage'),
    });
  },

  bootstrap(app: Pick<StrapiApp, 'registerHook'>) {
    app.registerHook(EDIT_VIEW_LAYOUT, groupDates);
  },

  registerTrads,
};
