import { createForbidden } from '../checks/forbidden';
import { isSignedRightly } from '../checks/judge';
import { callsOf } from './document';
import { document, known } from './made-up';
import type { Recipe } from './recipe';
import { requestsOf } from './requests';
import { createRequests } from './seeds';

const requests = createRequests(
  (sender, round) => requestsOf(document, { ...known, round }, sender),
  20,
);
const some = Array.from({ length: 1_500 }, (_, index) => requests.at(index));
const untouched = some.filter(({ twists }) => twists.length === 0);
const isForbidden = createForbidden(document);

function inShort({ method, target, body, headers, signing }: Recipe): string {
  return JSON.stringify([method, target, body.toString('base64'), headers, signing]);
}

describe('requests from the document', () => {
  it('are the same for the same seed and number', () => {
    const again = createRequests(
      (sender, round) => requestsOf(document, { ...known, round }, sender),
      20,
    );
    for (const index of [0, 1, 499, 500, 501, 1_499]) {
      expect(inShort(again.at(index))).toBe(inShort(some[index] as Recipe));
    }
  });

  it('differ from one number and from one seed to the next', () => {
    expect(new Set(some.map(inShort)).size).toBeGreaterThan(1_200);
    const other = createRequests(
      (sender, round) => requestsOf(document, { ...known, round }, sender),
      21,
    );
    const alike = some.filter((recipe, index) => inShort(other.at(index)) === inShort(recipe));
    expect(alike.length).toBeLessThan(50);
  });

  it('are of every call, untouched and changed', () => {
    const calls = callsOf(document).map(({ operationId }) => operationId);
    const changed = some.filter(({ twists }) => twists.length > 0);
    for (const recipes of [untouched, changed]) {
      expect(new Set(recipes.map(({ operationId }) => operationId))).toEqual(new Set(calls));
    }
  });

  it('are allowed by the document while nothing is done to them', () => {
    for (const recipe of untouched) {
      expect([recipe.target, recipe.body.toString(), isForbidden(recipe)]).toEqual([
        recipe.target,
        recipe.body.toString(),
        false,
      ]);
    }
  });

  it('are forbidden by it in many ways otherwise', () => {
    const forbidden = some.filter(isForbidden);
    const twists = new Set(forbidden.flatMap((recipe) => recipe.twists));
    expect(twists).toContain('a field is added');
    expect(twists).toContain('a field holds something else');
    expect(twists).toContain('something is added to the query');
    expect(twists.size).toBeGreaterThan(20);
  });

  it('are signed rightly by Onefit alone', () => {
    for (const [index, recipe] of some.entries()) {
      if (requests.senderOf(index) === 'stranger') expect(isSignedRightly(recipe)).toBe(false);
      else expect(recipe.signing).toEqual({ how: 'right' });
    }
  });

  it('hold the field names that JavaScript takes for something else', () => {
    const bodies = some.map(({ body }) => body.toString());
    expect(bodies.some((body) => body.includes('"__proto__":'))).toBe(true);
  });

  it('become smaller as long as they fail', async () => {
    const fails = async ({ target }: Recipe) => target.includes('?');
    const index = some.findIndex(({ target, twists }) => target.includes('?') && twists.length > 1);
    const smallest = await requests.smallest(index, fails, 5_000);
    expect(smallest?.target).toContain('?');
    expect(smallest?.twists.length).toBeLessThanOrEqual(1);
    await expect(requests.smallest(index, async () => false, 5_000)).resolves.toBeNull();
  });
});
