import type { Call } from '../calls/call';
import { latest, worked } from './outcome';

/** A number was set at a moment between two; `Infinity` for none, such as no limit. */
export interface Setting {
  value: number;
  from: number;
  by: number;
  /** false = nobody said that it took effect */
  certain: boolean;
}

/** What an appointment began with. */
export function initially(value: number): Setting {
  return { value, from: -Infinity, by: -Infinity, certain: true };
}

/** A change that a call asked for and that was not refused. */
export function changedBy(call: Call, value: number): Setting {
  return { value, from: call.invokedAt, by: latest(call), certain: worked(call) };
}

/** Whether another setting has certainly replaced this one before a moment. */
function replaced(setting: Setting, settings: Setting[], moment: number): boolean {
  return settings.some((later) => later.certain && later.from > setting.by && later.by < moment);
}

/** Every value that can have been in force at some moment between two, both included. */
export function possibleValues(settings: Setting[], from: number, to: number): number[] {
  return settings
    .filter((setting) => setting.from <= to && !replaced(setting, settings, from))
    .map((setting) => setting.value);
}
