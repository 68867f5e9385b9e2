import type { RulePreview } from '../../api/rule-preview';
import type { TextKey, TextValues } from '../../components/use-text';

/** A sentence to be said: its key and the values in it. */
export interface Sentence {
  key: TextKey;
  values?: TextValues;
}

/** What is said of one appointment before its rule is saved. */
export function oneSentence(preview: RulePreview, changed: boolean): Sentence[] {
  const { arriving, leaving, staying, bookings, overLimit } = preview;
  const sentences: Sentence[] = [];
  if (arriving > 0) sentences.push({ key: 'preview.oneArriving' });
  if (leaving > 0) sentences.push({ key: 'preview.oneLeaving', values: { bookings } });
  if (staying > 0) {
    sentences.push({ key: changed ? 'preview.oneChanging' : 'preview.oneOffered' });
  }
  if (overLimit > 0) sentences.push({ key: 'preview.oneOverLimit' });
  return sentences;
}

/**
 * What is said of an activity before saving: what is sent, what leaves, and what stays as it is.
 *
 * @param changed whether the rules differ from what is saved
 * @param datesChanged whether the dates do: what they add or take away is not counted yet
 */
export function previewSentences(
  preview: RulePreview,
  allowed: boolean,
  changed: boolean,
  datesChanged: boolean,
): Sentence[] {
  const { arriving, leaving, staying, bookings, overLimit, own } = preview;
  const sentences: Sentence[] = [];
  if (arriving > 0) sentences.push({ key: 'preview.arriving', values: { count: arriving } });
  if (leaving > 0) {
    sentences.push({ key: 'preview.leaving', values: { count: leaving, bookings } });
  }
  if (staying > 0) {
    const key = changed ? 'preview.changing' : 'preview.offered';
    sentences.push({ key, values: { count: staying } });
  }
  if (datesChanged) sentences.push({ key: allowed ? 'preview.newDatesSent' : 'preview.newDates' });
  else if (allowed && arriving + staying === 0) sentences.push({ key: 'preview.nothing' });
  if (overLimit > 0) sentences.push({ key: 'preview.overLimit', values: { count: overLimit } });
  if (own > 0) sentences.push({ key: 'preview.own', values: { count: own } });
  return sentences;
}

/** What is said of an entry about which nothing can be counted. */
export function uncountedSentences(allowed: boolean, changed: boolean): Sentence[] {
  if (!changed) return [];
  return [{ key: allowed ? 'preview.willArrive' : 'rule.willLeave' }];
}
