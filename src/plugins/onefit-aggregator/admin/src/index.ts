import type { StrapiApp } from '@strapi/strapi/admin';
import { Lightning, Store } from '@strapi/icons';
import { EDIT_VIEW_LAYOUT, groupRules } from './content-manager/registration-rule/group-rules';
import { registerRegistrationRules } from './content-manager/registration-rule/register';
import { registerSidePanels } from './content-manager/register-side-panels';
import { registerAtFrontDesk } from './front-desk/register';
import { MARKET_LINK, SAME_PERSON_LINK, STATUS_LINK } from './paths';
import { READ_MARKET, READ_STATUS } from './permissions';
import { PLUGIN } from './plugin-id';
import { registerTrads } from './translations';

/** Between Strapi's content manager (1) and its media library (4). */
const AFTER_CONTENT = 2;

/** Below Strapi's own Settings, which stand at 9. */
const LOWEST = 10;

/** Wiring only: what each part shows stands in its own folder. */
export default {
  register(app: StrapiApp) {
    registerRegistrationRules(app);
    app.addMenuLink({
      to: STATUS_LINK,
      icon: Lightning,
      position: AFTER_CONTENT,
      intlLabel: { id: `${PLUGIN}.status.title`, defaultMessage: 'Onefit' },
      permissions: READ_STATUS,
      Component: () => import('./pages/Status/StatusPage'),
    });
    app.widgets.register({
      id: 'connection',
      pluginId: PLUGIN,
      icon: Lightning,
      title: { id: `${PLUGIN}.status.title`, defaultMessage: 'Onefit' },
      link: {
        label: { id: `${PLUGIN}.widget.open`, defaultMessage: 'Open Onefit' },
        href: `/${STATUS_LINK}`,
      },
      permissions: READ_STATUS,
      component: async () => (await import('./widgets/OnefitWidget')).default,
    });
    app.addMenuLink({
      to: MARKET_LINK,
      icon: Store,
      position: LOWEST,
      intlLabel: { id: `${PLUGIN}.market.title`, defaultMessage: 'Market' },
      permissions: READ_MARKET,
      Component: () => import('./pages/Market/MarketPage'),
    });
    app.router.addRoute({
      path: SAME_PERSON_LINK,
      lazy: async () => ({
        Component: (await import('./pages/SamePerson/SamePersonPage')).default,
      }),
    });
  },

  bootstrap(app: Pick<StrapiApp, 'registerHook' | 'getPlugin'>) {
    app.registerHook(EDIT_VIEW_LAYOUT, groupRules);
    registerSidePanels(app);
    registerAtFrontDesk(app);
  },

  registerTrads,
};
