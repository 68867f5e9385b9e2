/**
 * Loaded before the sandbox: its `Date` shows the fast clock, so that it finds the venue's
 * signatures timely. Its timers run at the machine's own pace.
 */
import { fastClock } from './fast-clock.mjs';

const { now } = fastClock();
const MachineDate = Date;

class FastDate extends MachineDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [now()] : parts));
  }

  static now() {
    return now();
  }
}

globalThis.Date = FastDate;
