import type { Core } from '@strapi/strapi';
import { PERMISSIONS } from './permissions';
import { adminRoutes } from './routes';
import { schedule } from './schedule/controller';
import { signIn } from './sign-in/controller';
import { versionInfo } from './version-info/controller';

export default {
  routes: adminRoutes,
  controllers: { schedule, 'sign-in': signIn, 'version-info': versionInfo },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await strapi.service('admin::permission').actionProvider.registerMany(PERMISSIONS);
  },
};
