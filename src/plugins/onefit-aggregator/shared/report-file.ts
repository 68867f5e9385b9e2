/** What no file system takes in a name, and what a header would take for a path. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}]+/gu;

/** The name of a month report's file: `Onefit Centrum 2026-11.csv`. */
export function reportFileName(venue: string, month: string): string {
  const name = venue.replace(NOT_IN_NAMES, ' ').replace(/\s+/g, ' ').trim();
  return ['Onefit', name, `${month}.csv`].filter((part) => part !== '').join(' ');
}
