import type { Core } from '@strapi/strapi';
import { COMPLETE_PROJECT, completeProject } from './admin-api/complete-project';
import { RULE_EDITORS, ruleEditors } from './admin-api/rule-editors';
import { adminControllers } from './admin-api/controllers';
import { adminRoutes } from './admin-api/routes';
import { registerPermissions } from './admin-api/permissions';
import { contentTypes } from './content-types';
import { createConnectionService } from './connection-service';
import { createNights } from './nights';
import { registerRegistrationRules } from './registration-rule';
import { DEFAULT_SETTINGS, PLUGIN } from './settings';

/** The service that holds the plugin together; see `connection-service.ts`. */
const CONNECTION = 'connection';

/** The service of the jobs that look and forget by night; see `nights.ts`. */
const NIGHTS = 'nights';

function connectionOf(strapi: Core.Strapi): ReturnType<typeof createConnectionService> {
  return strapi.plugin(PLUGIN).service(CONNECTION);
}

function nightsOf(strapi: Core.Strapi): ReturnType<typeof createNights> {
  return strapi.plugin(PLUGIN).service(NIGHTS);
}

export default {
  config: { default: DEFAULT_SETTINGS },
  contentTypes,
  routes: adminRoutes,
  controllers: adminControllers,
  policies: { [COMPLETE_PROJECT]: completeProject, [RULE_EDITORS]: ruleEditors },
  services: {
    [CONNECTION]: ({ strapi }: { strapi: Core.Strapi }) => createConnectionService(strapi),
    [NIGHTS]: ({ strapi }: { strapi: Core.Strapi }) => createNights(strapi),
  },

  register({ strapi }: { strapi: Core.Strapi }) {
    registerRegistrationRules(strapi);
    connectionOf(strapi).mount();
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await registerPermissions(strapi);
    await connectionOf(strapi).start();
    nightsOf(strapi).start();
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await nightsOf(strapi).stop();
    await connectionOf(strapi).stop();
  },
};
