import type { ComponentType } from 'react';
import type { StrapiApp } from '@strapi/strapi/admin';
import { VenueLink } from './VenueLink';

/** What this plugin adds to the front desk's pages; the two know nothing else of each other. */
interface FrontDesk {
  addVenueFact?: (fact: ComponentType<{ venue: { documentId: string; timeZone: string } }>) => void;
}

/** Tells on "Version & Info" how each venue is linked, where the front desk is there. */
export function registerAtFrontDesk({ getPlugin }: Pick<StrapiApp, 'getPlugin'>): void {
  const desk = getPlugin('front-desk') as { apis?: FrontDesk } | undefined;
  desk?.apis?.addVenueFact?.(VenueLink);
}
