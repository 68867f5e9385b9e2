import type { Core } from '@strapi/strapi';
import { PLUGIN } from './settings';

/**
 * Registers the fields that the content manager draws in the venue's own way:
 * - `consent`, with which staff confirm an edit that customers will feel. It stands in the form and
 *   not in a dialog, since the form is what the content manager, an API and a script all send; it is
 *   never stored.
 * - `dates`, the repetition of an activity: RFC 5545 text, entered as weekly slots.
 * - `venue-time`, an instant, entered and read on the clock of its venue.
 */
export function registerCustomFields(strapi: Core.Strapi): void {
  strapi.customFields.register([
    { name: 'consent', plugin: PLUGIN, type: 'boolean' },
    { name: 'dates', plugin: PLUGIN, type: 'text' },
    { name: 'venue-time', plugin: PLUGIN, type: 'datetime' },
  ]);
}
