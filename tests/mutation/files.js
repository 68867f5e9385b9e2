/**
 * What is mutated, in the groups of the report, and which tests must notice: unit tests beside the
 * code, as few as judge it, since what runs once at the start of a file is judged by all of them.
 */
const wire = 'src/plugins/onefit-aggregator/server/src/wire';
const outbound = 'src/plugins/onefit-aggregator/server/src/outbound';
const booking = 'src/api/booking/domain';
const appointment = 'src/api/appointment/domain';
const recurrence = 'src/api/activity/domain/recurrence';

const files = (folder, ...names) => names.map((name) => `${folder}/${name}.ts`);
const tests = (folder, ...names) => names.map((name) => `${folder}/${name}.test.ts`);

const mapped = ['session', 'booking', 'venue', 'instant', 'cursor', 'problems', 'request-body'];

/** @type {Record<string, { files: string[], tests: string[] }>} */
const groups = {
  signature: {
    files: files(wire, 'signature'),
    tests: tests(wire, 'signature'),
  },
  'wire-mapping': {
    files: files(wire, ...mapped),
    tests: tests(wire, ...mapped),
  },
  'wire-schemas': {
    files: [
      ...files(`${wire}/schemas`, 'booking-requests', 'identifiers', 'instants', 'link-request'),
      ...files(`${wire}/schemas`, 'member', 'numbers', 'outbound', 'parse', 'queries', 'text'),
    ],
    tests: tests(`${wire}/schemas`, 'outbound', 'parse', 'queries', 'requests', 'text'),
  },
  'refusal-order': {
    files: [...files(booking, 'decision'), ...files(wire, 'check-in')],
    tests: [...tests(booking, 'decision'), ...tests(wire, 'check-in')],
  },
  'spots-and-windows': {
    files: files(appointment, 'rules', 'windows'),
    tests: tests(appointment, 'rules', 'windows'),
  },
  'retry-schedule': {
    files: files(outbound, 'night', 'retry-schedule', 'version'),
    tests: tests(outbound, 'night', 'retry-schedule', 'version'),
  },
  'recurrence-text': {
    files: [
      ...files(recurrence, 'content-lines', 'duration', 'format-recurrence', 'local-time'),
      ...files(recurrence, 'parse-recurrence', 'recurrence-error', 'recurrence-rule'),
      ...files(recurrence, 'series-values', 'time-zone', 'weekly-repetition'),
    ],
    tests: [
      ...tests(recurrence, 'format-recurrence', 'local-time', 'parse-recurrence'),
      ...tests(recurrence, 'series-values', 'time-zone', 'weekly-repetition'),
    ],
  },
  'recurrence-dates': {
    files: [
      ...files(recurrence, 'edit-series', 'occurrences', 'rule-dates', 'shift-series'),
      ...files(recurrence, 'split-series'),
    ],
    tests: tests(recurrence, 'change-series', 'edit-series', 'occurrences', 'rule-dates'),
  },
};

module.exports = { groups };
