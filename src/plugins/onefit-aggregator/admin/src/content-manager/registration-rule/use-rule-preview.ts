import { useCallback } from 'react';
import { useDebounce } from '@strapi/strapi/admin';
import { useRulePreviews } from '../../api/rule-preview';
import type { RulePreview, RuleQuery } from '../../api/rule-preview';
import { useLoaded } from '../../api/use-loaded';

/** Long enough that typing a number asks once. */
const REST_MS = 300;

/** What saving would do; undefined while it is not known, for a new entry, or where it may not be asked. */
export function useRulePreview(query: RuleQuery | null): RulePreview | undefined {
  const preview = useRulePreviews();
  const asked = useDebounce(JSON.stringify(query), REST_MS);
  const load = useCallback(async () => {
    const rule = JSON.parse(asked) as RuleQuery | null;
    return rule === null ? undefined : preview(rule);
  }, [asked, preview]);
  return useLoaded(load).value;
}
