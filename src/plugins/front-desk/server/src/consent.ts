import type { Core } from '@strapi/strapi';
import { PLUGIN } from './settings';

/**
 * Registers the field with which staff confirm, in the content manager, an edit that customers will
 * feel: `plugin::front-desk.consent`, a boolean. It stands in the form and not in a dialog, since
 * the form is what the content manager, an API and a script all send; it is never stored.
 */
export function registerConsent(strapi: Core.Strapi): void {
  strapi.customFields.register({ name: 'consent', plugin: PLUGIN, type: 'boolean' });
}
