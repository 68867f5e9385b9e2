import type { Core } from '@strapi/strapi';
import { PLUGIN } from './settings';

/** The name of the custom field: `plugin::onefit-aggregator.registration-rule`. */
export const REGISTRATION_RULE = 'registration-rule';

/** Registers the field "Aggregator bookings" of activities: `not_allowed` or `allowed`. */
export function registerRegistrationRule(strapi: Core.Strapi): void {
  strapi.customFields.register({ name: REGISTRATION_RULE, plugin: PLUGIN, type: 'string' });
}
