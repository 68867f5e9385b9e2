import type { StrapiApp } from '@strapi/strapi/admin';
import { Calendar } from '@strapi/icons';
import type { ComponentType } from 'react';
import { PLUGIN } from '../../plugin-id';

/** Tells the panel how the dates of an activity are drawn (`plugin::front-desk.dates`). */
export function registerDates(app: StrapiApp): void {
  app.customFields.register({
    name: 'dates',
    pluginId: PLUGIN,
    type: 'text',
    icon: Calendar,
    intlLabel: { id: `${PLUGIN}.dates.field`, defaultMessage: 'Dates' },
    intlDescription: {
      id: `${PLUGIN}.dates.fieldDescription`,
      defaultMessage: 'When something repeats: weekly slots, stored as RFC 5545 text',
    },
    components: {
      // Strapi hands the field's props in, though its type speaks of none.
      Input: () => import('./DatesInput') as Promise<{ default: ComponentType }>,
    },
  });
}
