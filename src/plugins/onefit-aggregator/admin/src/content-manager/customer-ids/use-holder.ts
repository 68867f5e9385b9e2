import { useCallback } from 'react';
import { useDebounce } from '@strapi/strapi/admin';
import { useCustomers } from '../../api/customers';
import type { Holder } from '../../api/customers';
import { useLoaded } from '../../api/use-loaded';

/** Long enough that typing an ID asks once. */
const REST_MS = 300;

/**
 * Who else holds the ID that is being typed; null while nobody does or it is not known.
 *
 * @param id '' = nothing to look for
 * @param customer whose own ID is none of somebody else
 */
export function useHolder(id: string, customer: string): Holder | null {
  const { holder } = useCustomers();
  const asked = useDebounce(id, REST_MS);
  const load = useCallback(
    async () => ({ asked, holder: asked === '' ? null : await holder(asked) }),
    [holder, asked],
  );
  const { value } = useLoaded(load);
  // An answer to what was typed before says nothing of what stands there now.
  if (!value || value.asked !== id) return null;
  return value.holder?.documentId === customer ? null : value.holder;
}
