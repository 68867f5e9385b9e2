import { emptyTables, makeAppointment, makePlace } from './content';
import type { Doc, Place } from './content';
import { startSandbox } from './sandbox';
import type { RunningSandbox } from './sandbox';
import { signInStaff } from './staff';
import type { Staff } from './staff';
import { startVenue } from './strapi';
import type { RunningVenue } from './strapi';
import { until } from './wait';

/** One version of a session as it came to Onefit. */
export interface Receipt {
  /** rises with every request */
  arrival: number;
  version: number;
  status: string;
  outcome: string;
}

/** A session as Onefit knows it; `held` null while no version was accepted. */
export interface AtOnefit {
  id: string;
  held: (Record<string, unknown> & { version: number; status: string }) | null;
  received: Receipt[];
}

/** Where staff see that an appointment stands. */
export interface Standing {
  state: string;
  reason: string;
  nextTryAt: string | null;
  word: { code: string | null; detail: string | null } | null;
}

/** What the sync record of an appointment or booking holds. */
export interface RecordRow {
  desired_version: number;
  acknowledged_version: number;
  refused_version: number;
  lease_token: string | null;
  [column: string]: unknown;
}

/** The calls that bring something to Onefit. */
const DELIVERIES = ['sessions.put', 'bookings.put'];

/** A venue with the sandbox as Onefit: the two know each other, and nothing is ordered yet. */
export class LinkedVenue {
  venue!: RunningVenue;
  sandbox!: RunningSandbox;
  staff!: Staff;
  /** made anew by `begin` */
  place!: Place;

  /** @param env what a suite needs beside */
  static async start(env: Record<string, string> = {}): Promise<LinkedVenue> {
    const linked = new LinkedVenue();
    await linked.open(env);
    return linked;
  }

  /** One for all tests of a file: started before them, and stopped after. */
  static forThisFile(env: Record<string, string> = {}): LinkedVenue {
    const linked = new LinkedVenue();
    beforeAll(() => linked.open(env), 90_000);
    afterAll(() => linked.stop());
    return linked;
  }

  private async open(env: Record<string, string>): Promise<void> {
    this.sandbox = await startSandbox();
    this.venue = await startVenue({
      ONEFIT_BASE_URL: this.sandbox.url,
      SMTP_URL: this.sandbox.smtpUrl,
      SCHEDULE_HORIZON_WEEKS: '8',
      ...env,
    });
    await this.sandbox.control('PUT', '/settings', { venueBaseUrl: this.venue.url });
    this.staff = await signInStaff(this.venue);
  }

  async stop(): Promise<void> {
    await this.venue.stop();
    await this.sandbox.stop();
  }

  /** Empties both sides, lets the clock run, and makes a place where the extension is ordered. */
  async begin(): Promise<void> {
    this.venue.clock.release();
    await emptyTables(this.venue.strapi);
    await this.sandbox.control('POST', '/reset');
    await this.sandbox.control('PUT', '/settings', { acceptUnknownBookings: false });
    this.place = await makePlace(this.venue.strapi);
    await this.staff
      .post('/onefit-aggregator/extension-order', { contactEmail: 'owner@venue.example' })
      .expect(201);
  }

  get uuid(): string {
    return this.place.venue.uuid;
  }

  /** Onefit's support links the venue. */
  async link(): Promise<void> {
    const companyId = this.place.company.uuid;
    await this.sandbox.control('POST', '/links', { venueId: this.uuid, companyId });
  }

  /** Makes sessions that Onefit holds, linked and with nothing under way; gives their ids. */
  async onOnefit(activity: Doc, count = 1): Promise<[string, ...string[]]> {
    const sessions: string[] = [];
    while (sessions.length < count) {
      sessions.push((await makeAppointment(this.venue, activity)).documentId);
    }
    await this.linkAndShow(sessions);
    return sessions as [string, ...string[]];
  }

  /** Onefit's support links the venue, and these sessions are there; nothing is under way. */
  async linkAndShow(sessions: string[]): Promise<void> {
    await this.link();
    for (const session of sessions) await this.untilHeld(session, { status: 'scheduled' });
    await this.settled();
  }

  /** Everything that Onefit ever received of this venue. */
  async atOnefit(): Promise<AtOnefit[]> {
    const { venues } = await this.sandbox.control<{
      venues: Array<{ venueId: string; sessions: AtOnefit[] }>;
    }>('GET', '/state');
    return venues.find(({ venueId }) => venueId === this.uuid)?.sessions ?? [];
  }

  /** What Onefit ever received of one session; null when it was never mentioned. */
  async oneAtOnefit(sessionId: string): Promise<AtOnefit | null> {
    return (await this.atOnefit()).find(({ id }) => id === sessionId) ?? null;
  }

  /** Waits until Onefit holds a session with these values, and gives it. */
  untilHeld(sessionId: string, values: Record<string, unknown>) {
    return until(`Onefit to hold ${JSON.stringify(values)}`, async () => {
      const held = (await this.oneAtOnefit(sessionId))?.held;
      return held && Object.entries(values).every(([key, value]) => held[key] === value) && held;
    });
  }

  /** Waits until Onefit has answered a version of a session so. */
  untilOutcome(sessionId: string, wanted: string) {
    return until(`Onefit to answer "${wanted}"`, async () => {
      const { received = [] } = (await this.oneAtOnefit(sessionId)) ?? {};
      return received.some(({ outcome }) => outcome === wanted);
    });
  }

  /** How often the venue called Onefit, answered or not. */
  async calls(call = 'sessions.put'): Promise<number> {
    const { counts } = await this.sandbox.control<{
      counts: Record<string, { total: number } | undefined>;
    }>('GET', '/state');
    return counts[call]?.total ?? 0;
  }

  /**
   * Sets what goes wrong from now on, in place of what was set before: with deliveries, unless the
   * fault names its calls. The clock asks by itself what is held.
   */
  async faults(...faults: object[]): Promise<void> {
    const scoped = faults.map((fault) => ({ calls: DELIVERIES, ...fault }));
    await this.sandbox.control('PUT', '/faults', scoped);
  }

  async standing(appointment: string): Promise<Standing> {
    const answer = await this.staff.get(`/onefit-aggregator/sessions/${appointment}`).expect(200);
    return answer.body as Standing;
  }

  /** Waits until staff see that an appointment stands so. */
  untilStanding(appointment: string, state: string, reason: string): Promise<Standing> {
    return until(`the standing to be ${state}, ${reason}`, async () => {
      const standing = await this.standing(appointment);
      return standing.state === state && standing.reason === reason && standing;
    });
  }

  /** How staff see the venue's connection. */
  async connection(): Promise<Record<string, unknown> & { state: string; waiting: number }> {
    const answer = await this.staff.get('/onefit-aggregator/status').expect(200);
    const { venues } = answer.body as { venues: Array<{ state: string; waiting: number }> };
    const [venue] = venues;
    if (!venue) throw new Error('The status shows no venue.');
    return venue;
  }

  /** Waits until nothing is due any more. */
  async settled(): Promise<void> {
    await until('nothing to wait', async () => (await this.connection()).waiting === 0);
  }

  /** When the venue's connection may be tried next; null while it is sound. */
  async nextAttempt(): Promise<Date | null> {
    const { nextAttemptAt } = await this.connection();
    return typeof nextAttemptAt === 'string' ? new Date(nextAttemptAt) : null;
  }

  /** Waits until one more call has failed than `since` says; gives the back-off in milliseconds. */
  async failedAgain(since: Date | null): Promise<{ next: Date; pauseMs: number }> {
    return until('the connection to fail', async () => {
      const next = await this.nextAttempt();
      if (!next || next.getTime() === since?.getTime()) return null;
      return { next, pauseMs: next.getTime() - this.venue.clock.now().getTime() };
    });
  }

  async record(subject: string): Promise<RecordRow> {
    const row: unknown = await this.venue.strapi.db
      .connection('onefit_sync_records')
      .where({ subject })
      .first('*');
    if (row === undefined) throw new Error(`There is no sync record of ${subject}.`);
    return row as RecordRow;
  }

  /** Changes a record behind everybody's back, as another instance would. */
  async changeRecord(subject: string, columns: Partial<RecordRow>): Promise<void> {
    await this.venue.strapi.db.connection('onefit_sync_records').where({ subject }).update(columns);
  }
}
