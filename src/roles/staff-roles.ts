import type { Core, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';
import type { Grant } from './grants';

/** A role that the project brings along. */
export interface StaffRole {
  /** how it is found again, whatever staff call it */
  code: string;
  name: string;
  description: string;
  /** What it is meant to be allowed; `pluginActions` are those that this project's plugins know. */
  grants(strapi: Core.Strapi, pluginActions: string[]): Grant[];
}

type Deed = 'create' | 'read' | 'update' | 'delete';

/** What the project itself writes: nobody enters it by hand. */
const WRITTEN_BY_THE_PROJECT: Record<string, string[]> = {
  company: ['uuid'],
  venue: ['uuid'],
  appointment: ['title', 'booked', 'bookedByAggregator'],
  booking: ['title', 'source', 'externalId', 'bookedAt', 'modifiedAt'],
};

function uidOf(type: string): UID.ContentType {
  return `api::${type}.${type}` as UID.ContentType;
}

function visibleFields(strapi: Core.Strapi, type: string): string[] {
  const model = strapi.contentType(uidOf(type));
  const hidden = contentTypes.getNonVisibleAttributes(model);
  return Object.keys(model.attributes).filter((field) => !hidden.includes(field));
}

function enteredFields(strapi: Core.Strapi, type: string): string[] {
  const written = WRITTEN_BY_THE_PROJECT[type] ?? [];
  return visibleFields(strapi, type).filter((field) => !written.includes(field));
}

function toContent(type: string, deed: Deed, fields: string[] | null): Grant {
  return { action: `plugin::content-manager.explorer.${deed}`, subject: uidOf(type), fields };
}

function toPlugins(actions: string[]): Grant[] {
  return actions.map((action) => ({ action, subject: null, fields: null }));
}

/** The types that a studio manager keeps, and what of each. Bookings are cancelled, not deleted. */
const KEPT_BY_MANAGERS: Record<string, Deed[]> = {
  company: ['read', 'update'],
  venue: ['create', 'read', 'update'],
  activity: ['create', 'read', 'update', 'delete'],
  appointment: ['create', 'read', 'update', 'delete'],
  customer: ['create', 'read', 'update', 'delete'],
  'customer-aggregator-id': ['create', 'read', 'update', 'delete'],
  product: ['create', 'read', 'update', 'delete'],
  booking: ['create', 'read', 'update'],
};

/** All of the staff's work; nothing of Strapi's own settings. */
const STUDIO_MANAGER: StaffRole = {
  code: 'studio-manager',
  name: 'Studio manager',
  description:
    'Runs the studio: activities, customers, bookings, Onefit, reports. No settings of Strapi.',
  grants: (strapi, pluginActions) => [
    ...toPlugins(pluginActions),
    ...Object.entries(KEPT_BY_MANAGERS).flatMap(([type, deeds]) =>
      deeds.map((deed) => {
        if (deed === 'delete') return toContent(type, deed, null);
        const fields = deed === 'read' ? visibleFields : enteredFields;
        return toContent(type, deed, fields(strapi, type));
      }),
    ),
  ],
};

/** What somebody at the desk looks up. Of a customer: what the Sign-in shows, and no more. */
const READ_AT_THE_DESK: Record<string, string[] | 'all'> = {
  venue: ['name', 'timeZone', 'street', 'postalCode', 'city', 'country'],
  activity: 'all',
  appointment: 'all',
  product: 'all',
  customer: ['firstName', 'lastName', 'name', 'email', 'phone', 'note'],
};

/** Signs people in, and reads what that needs. */
const FRONT_DESK: StaffRole = {
  code: 'front-desk',
  name: 'Front desk',
  description: 'Signs people in: the Schedule and the Sign-in. Changes nothing else.',
  grants: (strapi) => [
    ...toPlugins(['plugin::front-desk.schedule.read', 'plugin::front-desk.sign-in.use']),
    ...Object.entries(READ_AT_THE_DESK).map(([type, fields]) =>
      toContent(type, 'read', fields === 'all' ? visibleFields(strapi, type) : fields),
    ),
  ],
};

export const STAFF_ROLES: StaffRole[] = [FRONT_DESK, STUDIO_MANAGER];
