import type { StrapiApp } from '@strapi/strapi/admin';
import { READ_VERSION_INFO } from './permissions';
import { PLUGIN } from './plugin-id';
import { registerTrads } from './translations';

/** Wiring only: what each part shows stands in its own folder. */
export default {
  register(app: StrapiApp) {
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
