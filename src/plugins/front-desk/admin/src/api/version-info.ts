import { useCallback } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

/** A venue with the ids that an aggregator's support asks for. */
export interface VenueInfo {
  documentId: string;
  name: string;
  uuid: string;
  timeZone: string;
  companyName: string | null;
  companyUuid: string | null;
}

export interface VersionInfo {
  venues: VenueInfo[];
  versions: {
    project: string;
    /** the project's own, by name */
    plugins: Array<{ name: string; version: string }>;
    strapi: string;
    node: string;
    database: string;
  };
}

/** Loads what the page "Version & Info" shows. */
export function useVersionInfo(): () => Promise<VersionInfo> {
  const { get } = useFetchClient();
  return useCallback(async () => (await get<VersionInfo>('/front-desk/version-info')).data, [get]);
}
