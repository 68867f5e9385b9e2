import type { StrapiApp } from '@strapi/strapi/admin';
import { CheckCircle } from '@strapi/icons';
import type { ComponentType } from 'react';
import { PLUGIN } from '../../plugin-id';

/** The field's name on the server: `plugin::onefit-aggregator.registration-rule`. */
export const REGISTRATION_RULE = 'registration-rule';

/** Tells the panel how the field "Aggregator bookings" of activities is drawn. */
export function registerRegistrationRule(app: StrapiApp): void {
  app.customFields.register({
    name: REGISTRATION_RULE,
    pluginId: PLUGIN,
    type: 'string',
    icon: CheckCircle,
    intlLabel: { id: `${PLUGIN}.rule.field`, defaultMessage: 'Aggregator bookings' },
    intlDescription: {
      id: `${PLUGIN}.rule.fieldDescription`,
      defaultMessage: 'Whether aggregators such as Onefit may book the dates of an activity',
    },
    components: {
      // Strapi hands the field's props in, though its type speaks of none.
      Input: () => import('./RegistrationRuleInput') as Promise<{ default: ComponentType }>,
    },
  });
}
