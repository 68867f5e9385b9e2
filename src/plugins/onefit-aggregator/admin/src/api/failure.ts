import { useCallback } from 'react';
import { isFetchError } from '@strapi/strapi/admin';
import { useText } from '../components/use-text';
import type { TextKey } from '../components/use-text';

/** Refusals by their stable code, said in the language of the person. */
const REFUSALS: Record<string, TextKey> = {
  aggregator_id_invalid: 'refusal.idInvalid',
  aggregator_id_taken: 'refusal.idTaken',
  already_ordered: 'refusal.alreadyOrdered',
  both_hold_a_place: 'refusal.bothHoldAPlace',
  customer_not_found: 'failure.notFound',
  customer_required: 'refusal.customerRequired',
  month_final: 'refusal.monthFinal',
  not_ordered: 'refusal.notOrdered',
  project_incomplete: 'refusal.projectIncomplete',
  same_customer: 'refusal.sameCustomer',
  temporarily_unavailable: 'refusal.busy',
};

interface Details {
  code?: unknown;
}

/** The facts that came with a refusal; empty when the failure is none. */
export function detailsOf(error: unknown): Details & Record<string, unknown> {
  const details: unknown = isFetchError(error) ? error.response?.data.error.details : undefined;
  return typeof details === 'object' && details !== null ? { ...details } : {};
}

/** The stable code of a refusal; null when the failure is none. */
export function codeOf(error: unknown): string | null {
  const { code } = detailsOf(error);
  return typeof code === 'string' ? code : null;
}

/** Puts a failed request into a sentence that says what to do. */
export function useFailure() {
  const { t } = useText();
  const sentence = useCallback(
    (error: unknown): string => {
      const known = REFUSALS[codeOf(error) ?? ''];
      if (known) return t(known);
      if (!isFetchError(error) || error.response === undefined) return t('failure.unreachable');
      const status = error.response.data.error.status ?? error.status;
      if (status === 403) return t('failure.forbidden');
      if (status === 404) return t('failure.notFound');
      if (status !== undefined && status >= 500) return t('failure.server');
      return error.message;
    },
    [t],
  );
  return { sentence };
}
