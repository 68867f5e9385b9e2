import type { Core } from '@strapi/strapi';
import { bookings } from './bookings/controller';
import { registerCustomFields } from './custom-fields';
import { customers } from './customers/controller';
import { dates } from './dates/controller';
import { fillRate } from './fill-rate/controller';
import { policies, registerPermissions } from './permissions';
import { products } from './products/controller';
import { adminRoutes } from './routes';
import { schedule } from './schedule/controller';
import { series } from './schedule/edit';
import { signIn } from './sign-in/controller';
import { versionInfo } from './version-info/controller';

export default {
  routes: adminRoutes,
  policies,
  controllers: {
    schedule,
    series,
    bookings,
    customers,
    dates,
    products,
    'fill-rate': fillRate,
    'sign-in': signIn,
    'version-info': versionInfo,
  },

  register({ strapi }: { strapi: Core.Strapi }) {
    registerCustomFields(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await registerPermissions(strapi);
  },
};
