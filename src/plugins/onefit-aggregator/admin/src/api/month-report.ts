import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { Figure, MonthReport, ReportBooking, VisitPrice } from '../../../shared/month-report';

const REPORT = '/onefit-aggregator/month-report';
const PRICES = '/onefit-aggregator/visit-prices';

/** A month of a venue: its document id, and `2026-11`. */
export interface ReportChoice {
  venue: string;
  month: string;
}

/** The month report, the bookings behind it, and the agreed prices. */
export function useMonthReports() {
  const { get, put } = useFetchClient();
  return useMemo(
    () => ({
      find: async (choice: ReportChoice) =>
        (await get<MonthReport>(REPORT, { params: { ...choice } })).data,
      bookings: async (choice: ReportChoice, figure: Figure) =>
        (
          await get<{ bookings: ReportBooking[] }>(`${REPORT}/bookings`, {
            params: { ...choice, figure },
          })
        ).data.bookings,
      csv: async (choice: ReportChoice, language: string) =>
        (
          await get<Blob>(`${REPORT}.csv`, {
            params: { ...choice, language },
            responseType: 'blob',
          })
        ).data,
      enterPrice: (venue: string, price: VisitPrice) => put(PRICES, { venue, ...price }),
    }),
    [get, put],
  );
}
