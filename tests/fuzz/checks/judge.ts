import { createAnswerCheck } from '../../support/openapi-answers';
import type { AnswerCheck, OpenApiDocument } from '../../support/openapi-answers';
import { basePathOf, callsOf } from '../requests/document';
import type { RequestDocument } from '../requests/document';
import type { Recipe } from '../requests/recipe';
import type { Answer } from '../sending/answer-reader';
import { CUT } from '../sending/lane';
import type { Fate } from '../sending/lane';
import type { CheckName } from './check';
import { createForbidden } from './forbidden';

/** What one answer shows to be wrong. */
export type Finding = { check: CheckName; what: string };

export type Judge = (recipe: Recipe, fate: Fate) => Finding[];

/** Refused for what it looks like, whatever it asks for. */
const FOR_ITS_FORM = [400, 405, 413, 415];
/** Answered to somebody who is not let in: it is not known who calls, or the body is too large. */
const NOT_LET_IN = [401, 413];
const MOST_BYTES = 64 * 1024;
const SIGNATURE_HEADERS = ['x-signature', 'x-timestamp'];

/** Whether the signature that a request carries is the right one. */
export function isSignedRightly({ signing, headers }: Recipe): boolean {
  const isAlone = !headers.some(([name]) => SIGNATURE_HEADERS.includes(name.toLowerCase()));
  return signing.how === 'right' && isAlone;
}

/** An answer of Node itself, without a word, to what is no HTTP or beyond its limits. */
function isBare({ body, status }: Answer): boolean {
  return body === '' && [400, 408, 413, 414, 417, 431, 501, 505].includes(status);
}

/**
 * Makes the judge of single answers.
 *
 * @param document that the venue serves: requests are made from it and answers held against it
 */
export function createJudge(document: RequestDocument & OpenApiDocument): Judge {
  const documented: AnswerCheck = createAnswerCheck(document);
  const isForbidden = createForbidden(document);
  const basePath = basePathOf(document);
  const unsigned = callsOf(document).filter((call) => !call.isSigned);

  function needsSignature({ method, target }: Recipe): boolean {
    // A fragment has no business in a request; Node and Koa leave it aside.
    const [path] = target.split(/[?#]/);
    return !unsigned.some((call) => call.method === method && `${basePath}${call.path}` === path);
  }

  function ofDocument(recipe: Recipe, { status, headers, body }: Answer): Finding[] {
    const { method, target: path } = recipe;
    const exchange = { method, path, status, headers, body };
    return documented(exchange).map((what) => ({ check: 'documented', what }));
  }

  function ofSignature(recipe: Recipe, { status }: Answer): Finding[] {
    if (!needsSignature(recipe)) return [];
    if (isSignedRightly(recipe)) {
      if (status !== 401) return [];
      return [{ check: 'signature', what: 'signed rightly, and not let in' }];
    }
    if (NOT_LET_IN.includes(status)) return [];
    return [{ check: 'signature', what: `signed wrongly, and answered ${status}` }];
  }

  function ofForm(recipe: Recipe, { status }: Answer): Finding[] {
    if (!isSignedRightly(recipe)) return [];
    if (status < 300 && isForbidden(recipe)) {
      return [{ check: 'form', what: `forbidden by the document, and answered ${status}` }];
    }
    if (recipe.twists.length === 0 && FOR_ITS_FORM.includes(status)) {
      return [{ check: 'form', what: `just as the document has it, and answered ${status}` }];
    }
    return [];
  }

  /** How Strapi answers methods that none of its own routes has, past this API. */
  function isUnknownMethod({ target }: Recipe, { status }: Answer): boolean {
    return status === 501 && !target.startsWith(basePath);
  }

  /** What Node hands on although it is no HTTP is only held to what matters most. */
  function ofOddity(recipe: Recipe, { status }: Answer): Finding[] {
    if (isSignedRightly(recipe) || status >= 300 || !needsSignature(recipe)) return [];
    return [{ check: 'signature', what: `signed wrongly, and answered ${status}` }];
  }

  return (recipe, { answer, lost }) => {
    if (!answer) {
      // Whoever sends too much, or no HTTP, may be cut off before it has heard why.
      const mayBeLost = lost === CUT || recipe.nodeMayRefuse || recipe.body.length > MOST_BYTES;
      return mayBeLost ? [] : [{ check: 'answered', what: lost }];
    }
    if (answer.status >= 500 && !isUnknownMethod(recipe, answer)) {
      return [{ check: 'server-error', what: `answered ${answer.status}: ${answer.body}` }];
    }
    if (recipe.nodeMayRefuse && isBare(answer)) return [];
    if (recipe.nodeMayRefuse || !recipe.target.startsWith(basePath)) {
      return ofOddity(recipe, answer);
    }
    return [
      ...ofDocument(recipe, answer),
      ...ofSignature(recipe, answer),
      ...ofForm(recipe, answer),
    ];
  };
}
