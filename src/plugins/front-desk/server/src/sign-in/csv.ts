import Papa from 'papaparse';
import type { Language } from '../language';
import type { ScheduledAppointment } from '../schedule/appointments';
import { CSV_TEXTS } from './csv-texts';
import type { SignInEntry } from './list';

/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** `2026-12-01 18:30` in the venue's zone: sorted as text it is sorted by time. */
function localTime(instant: string | null, timeZone: string): string {
  if (instant === null) return '';
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(instant));
}

/**
 * The Sign-in as a spreadsheet, times in the venue's zone. What customers entered is text: a cell
 * that begins like a formula is made harmless.
 */
export function toCsv(
  appointment: ScheduledAppointment,
  entries: SignInEntry[],
  language: Language,
): string {
  const texts = CSV_TEXTS[language];
  const { timeZone } = appointment;
  const rows = entries.map((entry) => [
    appointment.name,
    localTime(appointment.startsAt, timeZone),
    entry.customer?.lastName ?? '',
    entry.customer?.firstName ?? '',
    entry.customer?.email ?? '',
    entry.customer?.phone ?? '',
    entry.product?.name ?? texts.noProduct,
    texts.states[entry.state] ?? entry.state,
    localTime(entry.bookedAt, timeZone),
    localTime(entry.modifiedAt, timeZone),
  ]);
  const head = texts.columns.map((column) => column.replace('{zone}', timeZone));
  const { delimiter } = texts;
  return BYTE_ORDER_MARK + Papa.unparse([head, ...rows], { escapeFormulae: true, delimiter });
}
