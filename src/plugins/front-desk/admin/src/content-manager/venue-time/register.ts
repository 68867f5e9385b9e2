import type { StrapiApp } from '@strapi/strapi/admin';
import { Clock } from '@strapi/icons';
import type { ComponentType } from 'react';
import { PLUGIN } from '../../plugin-id';

/** Tells the panel how an instant on a venue's clock is drawn (`plugin::front-desk.venue-time`). */
export function registerVenueTime(app: StrapiApp): void {
  app.customFields.register({
    name: 'venue-time',
    pluginId: PLUGIN,
    type: 'datetime',
    icon: Clock,
    intlLabel: { id: `${PLUGIN}.venueTime.field`, defaultMessage: 'Time at the venue' },
    intlDescription: {
      id: `${PLUGIN}.venueTime.fieldDescription`,
      defaultMessage: 'A date and time, entered and read on the clock of the venue',
    },
    components: {
      // Strapi hands the field's props in, though its type speaks of none.
      Input: () => import('./VenueTimeInput') as Promise<{ default: ComponentType }>,
    },
  });
}
