import type { StrapiApp } from '@strapi/strapi/admin';
import { WarningCircle } from '@strapi/icons';
import type { ComponentType } from 'react';
import { PLUGIN } from '../../plugin-id';

/**
 * Tells the panel how the field is drawn with which staff confirm an edit that customers feel
 * (`plugin::front-desk.consent` on the server).
 */
export function registerConsent(app: StrapiApp): void {
  app.customFields.register({
    name: 'consent',
    pluginId: PLUGIN,
    type: 'boolean',
    icon: WarningCircle,
    intlLabel: { id: `${PLUGIN}.consent.label`, defaultMessage: 'Customers may know' },
    intlDescription: {
      id: `${PLUGIN}.consent.field`,
      defaultMessage: 'Asks staff before a change that customers feel; never stored',
    },
    components: {
      // Strapi hands the field's props in, though its type speaks of none.
      Input: () => import('./ConsentInput') as Promise<{ default: ComponentType }>,
    },
  });
}
