import type { StrapiApp } from '@strapi/strapi/admin';
import { CheckCircle } from '@strapi/icons';
import type { ComponentType } from 'react';
import { PLUGIN } from '../../plugin-id';

/** The fields' names on the server: `plugin::onefit-aggregator.registration-rule` and so on. */
export const REGISTRATION_RULE = 'registration-rule';
export const APPOINTMENT_RULE = 'appointment-rule';

// Strapi hands the field's props in, though its type speaks of none.
type Input = Promise<{ default: ComponentType }>;

const COMMON = {
  pluginId: PLUGIN,
  icon: CheckCircle,
  intlLabel: { id: `${PLUGIN}.rule.field`, defaultMessage: 'Aggregator bookings' },
  intlDescription: {
    id: `${PLUGIN}.rule.fieldDescription`,
    defaultMessage: 'Whether aggregators such as Onefit may book the dates of an activity',
  },
};

/** Tells the panel how the field "Aggregator bookings" of activities and appointments is drawn. */
export function registerRegistrationRules(app: StrapiApp): void {
  app.customFields.register([
    {
      ...COMMON,
      name: REGISTRATION_RULE,
      type: 'string',
      components: { Input: () => import('./RegistrationRuleInput') as Input },
    },
    {
      ...COMMON,
      name: APPOINTMENT_RULE,
      type: 'enumeration',
      components: { Input: () => import('./AppointmentRuleInput') as Input },
    },
  ]);
}
