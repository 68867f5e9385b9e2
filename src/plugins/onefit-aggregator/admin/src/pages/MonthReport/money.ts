const AMOUNT = /^(\d{1,5})(?:[.,](\d{1,2}))?$/;

/**
 * Hundredths of what was typed, `8,5` or `8.50` → 850; null where it is no such amount. The digits
 * are put together as text, so that no fraction is ever rounded.
 */
export function hundredths(typed: string): number | null {
  const match = AMOUNT.exec(typed.trim());
  if (!match) return null;
  const [, whole = '0', fraction = ''] = match;
  return Number(`${whole}${fraction.padEnd(2, '0')}`);
}

/** `8.50` of 850, as it is typed in the reader's language: `8,50`. */
export function asTyped(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, useGrouping: false }).format(
    value / 100,
  );
}

/** `9` of 900, `5,5` of 550, in the reader's language. */
export function percentage(basisPoints: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(basisPoints / 100);
}

/** `€ 8,50` of 850 cents, in the reader's language. */
export function euros(cents: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(cents / 100);
}
