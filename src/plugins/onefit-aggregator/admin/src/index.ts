import type { StrapiApp } from '@strapi/strapi/admin';
import { EDIT_VIEW_LAYOUT, groupRules } from './content-manager/registration-rule/group-rules';
import { registerRegistrationRule } from './content-manager/registration-rule/register';
import { registerTrads } from './translations';

/** Wiring only: what each part shows stands in its own folder. */
export default {
  register(app: StrapiApp) {
    registerRegistrationRule(app);
  },

  bootstrap({ registerHook }: Pick<StrapiApp, 'registerHook'>) {
    registerHook(EDIT_VIEW_LAYOUT, groupRules);
  },

  registerTrads,
};
