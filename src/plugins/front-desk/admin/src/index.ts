import type { StrapiApp } from '@strapi/strapi/admin';
import { Calendar } from '@strapi/icons';
import { SCHEDULE_LINK } from './paths';
import { READ_SCHEDULE, READ_VERSION_INFO } from './permissions';
import { PLUGIN } from './plugin-id';
import { registerTrads } from './translations';
import { addVenueFact } from './venue-facts';

/** After the home page, before the content manager: it is the day's first screen. */
const BEFORE_CONTENT = 0.5;

/** Wiring only: what each part shows stands in its own folder. */
export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN, name: 'Front desk', apis: { addVenueFact } });
    app.addMenuLink({
      to: SCHEDULE_LINK,
      icon: Calendar,
      position: BEFORE_CONTENT,
      intlLabel: { id: `${PLUGIN}.schedule.title`, defaultMessage: 'Schedule' },
      permissions: READ_SCHEDULE,
      Component: () => import('./pages/Schedule/SchedulePage'),
    });
    app.addSettingsLink('global', {
      id: 'version-info',
      to: 'version-info',
      intlLabel: { id: `${PLUGIN}.version.title`, defaultMessage: 'Version & Info' },
      permissions: READ_VERSION_INFO,
      Component: () => import('./pages/VersionInfo/VersionInfoPage'),
    });
  },

  registerTrads,
};
