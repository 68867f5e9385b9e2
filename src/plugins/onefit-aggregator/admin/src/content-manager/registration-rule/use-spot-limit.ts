import { useField } from '@strapi/strapi/admin';
import { useState } from 'react';
import { SPOT_LIMIT, heldLimit, lacksNumber } from './spot-limit';

/** How many spots aggregators may book, as the form holds it and as it is chosen and entered. */
export function useSpotLimit() {
  const { value, initialValue, error, onChange } = useField<number | null>(SPOT_LIMIT);
  const limit = value ?? null;
  const isMissing = lacksNumber(limit);
  // The form keeps what it said of a missing number until the next save; once there is one, it is over.
  const [saidWhileMissing, setSaidWhileMissing] = useState<string | undefined>();
  if (isMissing && saidWhileMissing !== error) setSaidWhileMissing(error);
  return {
    /** null = as many as are free */
    limit,
    /** a limit is chosen, and its number is not entered */
    isMissing,
    /** what the form has against the number; undefined where it is missing */
    error: isMissing || error === saidWhileMissing ? undefined : error,
    enter: (entered: number | undefined) => onChange(SPOT_LIMIT, heldLimit(entered)),
    free: () => onChange(SPOT_LIMIT, null),
    /** Goes back to the stored limit where its number is missing: a rule without a limit shows no field for it. */
    leave: () => {
      if (isMissing) onChange(SPOT_LIMIT, initialValue ?? null);
    },
  };
}
