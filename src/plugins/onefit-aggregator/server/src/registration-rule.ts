import type { Core } from '@strapi/strapi';
import { PLUGIN } from './settings';

/** The name of the activities' custom field: `plugin::onefit-aggregator.registration-rule`. */
export const REGISTRATION_RULE = 'registration-rule';

/** The name of the appointments' custom field: `plugin::onefit-aggregator.appointment-rule`. */
export const APPOINTMENT_RULE = 'appointment-rule';

/**
 * Registers the fields "Aggregator bookings": of activities `not_allowed` or `allowed`, of
 * appointments also `as_activity`.
 */
export function registerRegistrationRules(strapi: Core.Strapi): void {
  strapi.customFields.register([
    { name: REGISTRATION_RULE, plugin: PLUGIN, type: 'string' },
    { name: APPOINTMENT_RULE, plugin: PLUGIN, type: 'enumeration' },
  ]);
}
