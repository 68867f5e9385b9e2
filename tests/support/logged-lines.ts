import type { RunningVenue } from './strapi';

const MESSAGE = Symbol.for('message');

/** As much of a transport as is used. */
interface Transport {
  log(info: Record<symbol, string>, next: () => void): void;
}

/** Keeps the lines of a venue's log, as they would be printed, instead of printing them. */
export function keepLines({ strapi }: RunningVenue): string[] {
  const lines: string[] = [];
  for (const transport of strapi.log.transports as unknown as Transport[]) {
    transport.log = (info, next) => {
      lines.push(info[MESSAGE] ?? '');
      next();
    };
  }
  return lines;
}
