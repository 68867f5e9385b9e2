import { errors } from '@strapi/utils';
import type { VisitPrice } from '../../../shared/month-report';
import { monthAfter } from '../../../shared/months';
import { VISIT_PRICES } from '../tables';
import type { Trx } from '../venue/ports';
import { monthOf } from './month';

interface Row {
  id: number;
  valid_from: string;
  price_cents: number;
  vat_basis_points: number;
}

/** The prices of a venue, the newest first. */
export async function pricesOf(trx: Trx, venue: string): Promise<VisitPrice[]> {
  const rows = (await trx(VISIT_PRICES)
    .where({ venue_key: venue })
    .orderBy('valid_from', 'desc')
    .select('*')) as Row[];
  return rows.map((row) => ({
    validFrom: row.valid_from,
    priceCents: row.price_cents,
    vatBasisPoints: row.vat_basis_points,
  }));
}

/** The price that holds in a month; null before the first. */
export function priceIn(prices: VisitPrice[], month: string): VisitPrice | null {
  return prices.find(({ validFrom }) => validFrom <= month) ?? null;
}

/** The price that was entered ahead, to hold from the month after this one on; null where there is none. */
export function priceAhead(prices: VisitPrice[], month: string): VisitPrice | null {
  const next = monthAfter(month);
  return prices.find(({ validFrom }) => validFrom === next) ?? null;
}

/** Refuses what would change the report of a month that is final and has a price. */
function assertMayStart(prices: VisitPrice[], month: string, timeZone: string, now: Date): void {
  if (now < monthOf(month, timeZone).finalAt || priceIn(prices, month) === null) return;
  throw new errors.ApplicationError(
    `The report of ${month} is final, so its price stays. Let the new price hold from a later month.`,
    { code: 'month_final' },
  );
}

/** What makes a new row; the plugin's own tables have Strapi's columns. */
export interface PriceEntry extends VisitPrice {
  venue: string;
  timeZone: string;
  /** the administrator's id */
  enteredBy: string | null;
}

/**
 * Keeps a price from a month on, in place of one that starts in the same month.
 *
 * @throws ApplicationError `month_final` where a final report would change
 */
export async function enterPrice(trx: Trx, entry: PriceEntry, id: string, now: Date) {
  const { venue, timeZone, validFrom } = entry;
  assertMayStart(await pricesOf(trx, venue), validFrom, timeZone, now);
  const columns = {
    price_cents: entry.priceCents,
    vat_basis_points: entry.vatBasisPoints,
    entered_by: entry.enteredBy,
    updated_at: now,
  };
  const key = { venue_key: venue, valid_from: validFrom };
  const changed = await trx(VISIT_PRICES).where(key).update(columns);
  if (changed > 0) return;
  await trx(VISIT_PRICES).insert({ document_id: id, ...key, ...columns, created_at: now });
}
