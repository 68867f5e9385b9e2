import type { StrapiApp } from '@strapi/strapi/admin';
import { EDIT_VIEW_LAYOUT, translateEditView } from './content-views/edit-view';
import { LIST_COLUMNS, translateColumns } from './content-views/list-columns';
import { wordsByLanguage } from './content-views/words';
import { dismissNews } from './dismiss-news';
import { arrangeHomePage } from './home-page';
import { tellLanguage } from './tell-language';
import { theme } from './theme';

/** The panel's own look and languages: wiring only. */
export default {
  config: {
    locales: ['nl', 'de'],
    notifications: { releases: false },
    translations: wordsByLanguage(),
    theme,
  },

  register(app: StrapiApp) {
    arrangeHomePage(app);
  },

  bootstrap(app: Pick<StrapiApp, 'registerHook'>) {
    dismissNews();
    tellLanguage();
    app.registerHook(EDIT_VIEW_LAYOUT, translateEditView);
    app.registerHook(LIST_COLUMNS, translateColumns);
  },
};
