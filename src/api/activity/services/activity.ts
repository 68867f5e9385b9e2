import { appointmentsOf } from '../../../domain/services';
import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../database/transaction';
import type { Trx } from '../../../database/trx';
import { clockOf } from '../../../domain/clock';
import type { Consent, Felt } from '../../appointment/domain/moves';
import { ACTIVITIES, holdActivity, readActivity } from '../domain/activity-row';
import type { ActivityRow } from '../domain/activity-row';
import type { Edited, EditRequest } from '../domain/series/changes';
import { editAppointment } from '../domain/series/edit-appointment';
import { endSeries } from '../domain/series/end-series';
import { expandActivity, NOTHING_EXPANDED } from '../domain/expand';
import type { Expansion } from '../domain/expand';
import { nextDates } from '../domain/next-dates';
import { RecurrenceError } from '../domain/recurrence';
import type { NextDates } from '../domain/next-dates';

/** Whether staff confirmed what customers will feel, and whether they changed the rule. */
export interface RuleConsent extends Consent {
  ruleChanged: boolean;
}

/** Where no person edits, nobody can be asked; moved customers are told all the same. */
const BY_ITSELF: RuleConsent = { confirmed: true, ruleChanged: false };

/** Carries what would be done out of the transaction that it rolls back. */
class Previewed<Outcome> extends Error {
  constructor(readonly outcome: Outcome) {
    super('Only looked at.');
  }
}

/** What ending a series did, or would do; `own` and `onefit` are the bookings that end. */
export interface SeriesEnding extends Felt {
  /** appointments that are gone: nobody ever booked them */
  removed: number;
  /** appointments that are cancelled, with the reason */
  cancelled: number;
}

/** Does something and takes it back, so that it is told exactly. */
async function preview<Outcome>(
  strapi: Core.Strapi,
  work: (trx: Trx) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await inTransaction(strapi, async (trx) => {
      throw new Previewed(await work(trx));
    });
  } catch (error) {
    if (error instanceof Previewed) return (error as Previewed<Outcome>).outcome;
    throw error;
  }
}

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Activities: their rules of repetition become appointments. */
export function createActivityService(strapi: Core.Strapi) {
  const appointments = () => appointmentsOf(strapi);

  /** How far ahead appointments are made; the clock keeps moving it on. */
  const horizon = () => strapi.config.get<number>('schedule.horizonWeeks', 8);

  /** The dates of an activity up to the horizon; none where its rule cannot be read, which is logged. */
  async function expandTo(trx: Trx, activity: ActivityRow, now: Date): Promise<Expansion> {
    const until = new Date(now.getTime() + horizon() * WEEK);
    try {
      return await expandActivity(trx, activity, { from: now, until }, now);
    } catch (error) {
      if (!(error instanceof RecurrenceError)) throw error;
      noDates(activity.document_id, error);
      return NOTHING_EXPANDED;
    }
  }

  function noDates(activity: string, error: unknown) {
    strapi.log.error(`Schedule: activity ${activity} got no dates: ${String(error)}`);
  }

  async function expand(documentId: string, consent = BY_ITSELF): Promise<Expansion> {
    return inTransaction(strapi, async (trx) => {
      await holdActivity(trx, documentId);
      const activity = await readActivity(trx, documentId);
      if (!activity) return NOTHING_EXPANDED;
      const now = clockOf(strapi).now();
      const expansion = await expandTo(trx, activity, now);
      await appointments().settleMoves(trx, expansion.followed, consent);
      if (consent.ruleChanged) {
        await appointments().settleLeftOut(trx, expansion.leftOut, consent);
      }
      await appointments().announce(trx, [
        ...expansion.added,
        ...expansion.removed,
        ...expansion.followed.map((move) => move.documentId),
      ]);
      return expansion;
    });
  }

  async function edit(trx: Trx, documentId: string, request: EditRequest): Promise<Edited> {
    const now = clockOf(strapi).now();
    const { activity, changed, moves, kept } = await editAppointment(trx, documentId, request, now);
    const felt = await appointments().settleMoves(trx, moves, request);
    if (request.scope !== 'this') await expand(activity);
    await appointments().announce(trx, changed);
    return { ...felt, changed: changed.length, moved: moves.length, kept };
  }

  return {
    /**
     * Edits one appointment, or its series from there on; see `editFollowing` for what is kept.
     *
     * @throws Refusal `confirmation_required` where booked ones move and that is not confirmed, and
     *   as `editAppointment` says
     */
    editAppointment: (documentId: string, request: EditRequest): Promise<Edited> =>
      inTransaction(strapi, (trx) => edit(trx, documentId, request)),

    /** What an edit would do. */
    previewEdit: (documentId: string, request: EditRequest): Promise<Edited> =>
      preview(strapi, (trx) => edit(trx, documentId, { ...request, confirmed: true })),

    /** What ending a series would do. */
    previewEnd: (documentId: string): Promise<SeriesEnding> =>
      preview(strapi, async (trx) => {
        const { removed, toCancel } = await endSeries(trx, documentId, clockOf(strapi).now());
        const felt = await appointments().assertMayCancel(trx, toCancel, { confirmed: true });
        return { ...felt, removed: removed.length, cancelled: toCancel.length };
      }),

    /**
     * Ends a series before one of its dates. What somebody booked or staff changed is cancelled,
     * with a reason that its customers will read; the rest is gone.
     *
     * @throws Refusal `confirmation_required` where bookings end and that is not confirmed, and as
     *   `endSeries` says
     */
    endSeries: (
      documentId: string,
      reason: string,
      consent: Consent & { actor: string | null },
    ): Promise<SeriesEnding> =>
      inTransaction(strapi, async (trx) => {
        const { removed, toCancel } = await endSeries(trx, documentId, clockOf(strapi).now());
        const felt = await appointments().assertMayCancel(trx, toCancel, consent);
        for (const one of toCancel) {
          await appointments().cancel(one, reason, { ...consent, confirmed: true });
        }
        await appointments().announce(trx, removed);
        return { ...felt, removed: removed.length, cancelled: toCancel.length };
      }),

    /**
     * Makes the appointments of one activity from now to the horizon agree with its rule. A rule that
     * cannot be read changes nothing; staff's edits refuse one before they come here.
     *
     * @throws Refusal `confirmation_required` where booked ones move, or a changed rule leaves
     *   booked ones out, and that is not confirmed
     */
    expand,

    /** The next dates of a rule, or what keeps it from being read; nothing is stored. */
    nextDates: (rule: string, timeZone: string, count: number): NextDates =>
      nextDates(rule, timeZone, { from: clockOf(strapi).now(), count }),

    /** The same for every activity of a venue, inside the caller's transaction. */
    async expandAllOf(trx: Trx, venue: string | null): Promise<void> {
      const rows = await trx(ACTIVITIES)
        .where({ venue_key: venue })
        .select<Array<{ document_id: string }>>('document_id');
      for (const row of rows) await expand(row.document_id);
    },

    /**
     * The same for every activity, each in a transaction of its own; gives how many were added. One that
     * fails keeps no other from its dates: it is logged.
     */
    async expandAll(): Promise<number> {
      const rows = await strapi.db
        .connection(ACTIVITIES)
        .select<Array<{ document_id: string }>>('document_id');
      let added = 0;
      for (const { document_id } of rows) {
        try {
          added += (await expand(document_id)).added.length;
        } catch (error) {
          noDates(document_id, error);
        }
      }
      return added;
    },
  };
}

export type ActivityService = ReturnType<typeof createActivityService>;

export default ({ strapi }: { strapi: Core.Strapi }) => createActivityService(strapi);
