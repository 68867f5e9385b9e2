import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { ProfileField } from './profile-fields';

/** Who holds an aggregator's ID. */
export interface Holder {
  documentId: string;
  name: string;
}

/** What is seen of a customer before two are made one. */
export interface CustomerProfile {
  documentId: string;
  fields: Record<ProfileField, string | null>;
  /** ISO 8601, UTC */
  createdAt: string;
  aggregatorIds: string[];
  bookings: number;
}

/** An appointment by name. The instant in ISO 8601, UTC; the zone is its venue's. */
export interface NamedAppointment {
  documentId: string;
  name: string;
  startsAt: string;
  timeZone: string;
}

/** What merging two customers means. */
export interface Comparison {
  keep: CustomerProfile;
  drop: CustomerProfile;
  /** where the one who goes has a place, which moves */
  moving: NamedAppointment[];
  /** where both have a place: nothing can be merged before one of them is cancelled */
  shared: NamedAppointment[];
}

interface Person {
  documentId: string;
  firstName: string;
  lastName: string;
  email: string | null;
}

/** Two customers who may be one person. */
export interface Proposal {
  documentId: string;
  reason: 'same_email';
  /** ISO 8601, UTC */
  proposedAt: string;
  /** made by Onefit's booking */
  customer: Person;
  /** known before */
  other: Person;
}

const ROUTE = '/onefit-aggregator/customers';
const PROPOSALS = '/onefit-aggregator/proposals';

/** Customers who may be one person, and making them one. Refusals: `both_hold_a_place`. */
export function useCustomers() {
  const { get, post } = useFetchClient();
  return useMemo(
    () => ({
      /** Who holds a Onefit ID; null when nobody does. */
      holder: async (externalId: string) =>
        (await get<{ holder: Holder | null }>(`${ROUTE}/holder`, { params: { externalId } })).data
          .holder,
      compare: async (keep: string, drop: string) =>
        (await get<Comparison>(`${ROUTE}/compare`, { params: { keep, drop } })).data,
      /** `take`: the fields that are taken from the one who goes. */
      merge: async (keep: string, drop: string, take: ProfileField[]) => {
        await post(`${ROUTE}/merge`, { keep, drop, take });
      },
      /** Of one customer, or of all. */
      proposals: async (customer?: string) =>
        (
          await get<{ proposals: Proposal[] }>(PROPOSALS, {
            params: customer === undefined ? {} : { customer },
          })
        ).data.proposals,
      dismiss: async (proposal: string) => {
        await post(`${PROPOSALS}/${proposal}/dismiss`);
      },
    }),
    [get, post],
  );
}
