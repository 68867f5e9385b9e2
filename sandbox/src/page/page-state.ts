import type { SandboxParts } from '../control/parts';
import type { Member } from '../contract/types';
import type { VenueRecord } from '../onefit/records';

export const VIEWS = ['member', 'support', 'faults', 'mail', 'log'] as const;

export type View = (typeof VIEWS)[number];

/** What the address of the page chooses. */
export interface PageQuery {
  view?: string;
  venue?: string;
  member?: string;
  from?: string;
}

/** What one page shows: the sandbox, and what was chosen of it. */
export interface PageState {
  parts: SandboxParts;
  view: View;
  venues: VenueRecord[];
  /** The linked venue in play; null when there is none. */
  venue: VenueRecord | null;
  member: Member | null;
  /** The first day shown, `2026-11-30`; null = today. */
  from: string | null;
  now: Date;
}

/** Reads the address; what it names and is not there falls back to the first there is. */
export function pageState(parts: SandboxParts, query: PageQuery): PageState {
  const venues = [...parts.store.venues.values()].filter((venue) => venue.link);
  const members = [...parts.store.members.values()];
  const venue = venues.find(({ venueId }) => venueId === query.venue) ?? venues[0] ?? null;
  const fallback = venue ? 'member' : 'support';
  return {
    parts,
    view: VIEWS.find((view) => view === query.view) ?? fallback,
    venues,
    venue,
    member: members.find(({ id }) => id === query.member) ?? members[0] ?? null,
    from: query.from && /^\d{4}-\d{2}-\d{2}$/.test(query.from) ? query.from : null,
    now: new Date(),
  };
}

/** Gives the address of a page like this one with some of it chosen otherwise. */
export function address(
  state: PageState,
  change: Partial<Record<keyof PageQuery, string | null>>,
): string {
  const chosen: Record<string, string | null | undefined> = {
    view: state.view,
    venue: state.venue?.venueId,
    member: state.member?.id,
    from: state.from,
    ...change,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(chosen)) if (value) query.set(name, value);
  return `/?${query.toString()}`;
}
