import type { Knex } from 'knex';
import { connect } from '../support/connect';
import { makeDatabase } from '../support/database';
import type { OpenApiDocument } from '../support/openapi-answers';
import { startVenueProcess } from '../support/venue-process';
import type { VenueProcess } from '../support/venue-process';
import { createJudge } from './checks/judge';
import type { Judge } from './checks/judge';
import { createWatch } from './checks/watch';
import type { Watch } from './checks/watch';
import type { Options } from './options';
import { makePlace } from './place/make-place';
import type { RequestDocument } from './requests/document';
import type { Known } from './requests/known';
import { requestsOf } from './requests/requests';
import type { Sender } from './requests/requests';
import { createRequests } from './requests/seeds';
import type { Requests } from './requests/seeds';
import { createCrowd } from './sending/crowd';
import type { Crowd } from './sending/crowd';

/** What requests are made from and answers held against. */
export type ServedDocument = RequestDocument & OpenApiDocument;

/** A venue at work, the requests that it gets, and those who watch it. */
export interface Session {
  venue: VenueProcess;
  /** past the venue, to its database */
  knex: Knex;
  known: Known;
  /** as the venue serves it */
  document: ServedDocument;
  requests: Requests;
  crowd: Crowd;
  judge: Judge;
  watch: Watch;
  /** lines that the venue had printed before the first request */
  printedBefore: number;
}

/** As the tests' environment has it. */
const SECRET = 'test-secret';

async function documentOf(url: string): Promise<ServedDocument> {
  const response = await fetch(`${url}/api/onefit-aggregator/v1/openapi.json`);
  if (!response.ok) throw new Error(`The venue answered ${response.status} for its document.`);
  return (await response.json()) as ServedDocument;
}

async function prepared<Result>(
  venue: VenueProcess,
  knex: Knex,
  { db, seed, lanes }: Options,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const document = await documentOf(venue.url);
  const known = await makePlace(venue.url);
  const ofRound = (sender: Sender, round: number) =>
    requestsOf(document, { ...known, round }, sender);
  const crowd = createCrowd(venue.url, lanes, SECRET);
  try {
    return await work({
      venue,
      knex,
      known,
      crowd,
      requests: createRequests(ofRound, seed),
      judge: createJudge(document),
      document,
      watch: await createWatch(knex, db),
      printedBefore: venue.printed.length,
    });
  } finally {
    crowd.close();
  }
}

/**
 * Starts the compiled project on a database of its own, makes a place in it, and works with it.
 * Both are gone afterwards.
 *
 * @returns what `work` gives
 * @param main the main program of the venue's process; its own by default
 */
export async function inSession<Result>(
  options: Options,
  work: (session: Session) => Promise<Result>,
  main?: string,
): Promise<Result> {
  const database = await makeDatabase(options.db);
  try {
    const venue = await startVenueProcess(database, {}, main);
    const knex = connect(database);
    try {
      return await prepared(venue, knex, options, work);
    } finally {
      await knex.destroy();
      await venue.stop();
    }
  } finally {
    await database.drop();
  }
}
