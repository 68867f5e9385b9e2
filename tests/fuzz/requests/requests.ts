import fc from 'fast-check';
import { addressTwists } from './address-twists';
import { bodyTwists } from './body-twists';
import { basePathOf, callsOf } from './document';
import type { Call, RequestDocument } from './document';
import { draftsOf } from './drafts';
import { headTwists } from './head-twists';
import { jsonTwists } from './json-twists';
import type { Known } from './known';
import type { Draft, Recipe, Twist } from './recipe';
import { rightSigning, wrongSignings } from './signings';

/** Whether requests come from somebody who knows the secret. */
export type Sender = 'onefit' | 'stranger';

/** How often each call is made, where it is not once. */
const WEIGHTS: Record<string, number | undefined> = {
  putBooking: 8,
  cancelBooking: 4,
  checkInBooking: 4,
  linkVenue: 2,
  listSessions: 2,
  listBookings: 2,
  getOpenApi: 0.5,
};

function bodyOf({ json }: Draft): Buffer {
  return json === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(json), 'utf8');
}

function plain(basePath: string, draft: Draft): Recipe {
  const { operationId, method, segments, query } = draft;
  const body = bodyOf(draft);
  return {
    operationId,
    twists: [],
    method,
    target: `${[basePath, ...segments].join('/')}${query === null ? '' : `?${query}`}`,
    version: 'HTTP/1.1',
    headers: draft.json === undefined ? [] : [['Content-Type', 'application/json']],
    body,
    sending: 'length',
    signing: { how: 'right' },
    nodeMayRefuse: false,
    mayBeUnfinished: false,
  };
}

/** Each kind of twist is rare, so that most requests are changed in one way or in none. */
function sometimes<Subject>(
  twists: fc.Arbitrary<Twist<Subject>>,
): fc.Arbitrary<Twist<Subject> | null> {
  const none = fc.constant<Twist<Subject> | null>(null);
  return fc.oneof(
    { withCrossShrink: true },
    { arbitrary: none, weight: 4 },
    { arbitrary: twists, weight: 1 },
  );
}

function applied<Subject>(subject: Subject, twists: Array<Twist<Subject> | null>): Subject {
  return twists.reduce((before, twist) => twist?.apply(before) ?? before, subject);
}

function namesOf(twists: Array<{ name: string } | null>): string[] {
  return twists.flatMap((twist) => (twist ? [twist.name] : []));
}

function ofCall(document: RequestDocument, call: Call, known: Known, sender: Sender) {
  const basePath = basePathOf(document);
  return fc
    .record({
      draft: draftsOf(document, call, known),
      onDraft: fc.tuple(sometimes(jsonTwists), sometimes(addressTwists)),
      onRecipe: fc.tuple(sometimes(bodyTwists), sometimes(headTwists)),
      signing: sender === 'onefit' ? rightSigning : wrongSignings,
    })
    .map(({ draft, onDraft, onRecipe, signing }): Recipe => {
      const recipe = applied(plain(basePath, applied(draft, onDraft)), onRecipe);
      return { ...recipe, signing, twists: namesOf([...onDraft, ...onRecipe]) };
    });
}

/** Requests of every call of the document: just as it has them, and changed in all ways. */
export function requestsOf(
  document: RequestDocument,
  known: Known,
  sender: Sender,
): fc.Arbitrary<Recipe> {
  return fc.oneof(
    ...callsOf(document).map((call) => ({
      weight: Math.round((WEIGHTS[call.operationId] ?? 1) * 10),
      arbitrary: ofCall(document, call, known, sender),
    })),
  );
}
