import { formats, winston } from '@strapi/logger';
import { framesOf, safeText } from './safe-text';

/** What a line may tell beside its text; whatever else comes with it is left out. */
const FACTS = ['requestId', 'method', 'path', 'operation', 'status', 'milliseconds'] as const;

type Info = winston.Logform.TransformableInfo;

/** An error's text, with where it was thrown, and a driver's code. */
function textOf(info: Info): string {
  const message = safeText(String(info.message));
  const { code, stack } = info as { code?: unknown; stack?: string };
  const named =
    typeof code === 'string' && !message.includes(code) ? `${code}: ${message}` : message;
  return stack === undefined ? named : `${named}\n${framesOf(stack)}`.trimEnd();
}

function factsOf(info: Info): Record<string, unknown> {
  return Object.fromEntries(
    FACTS.flatMap((fact) => (info[fact] === undefined ? [] : [[fact, info[fact]]])),
  );
}

/** The same line with its text alone, so that nothing of an error is printed that was not looked at. */
const safe = winston.format((info) => ({
  ...factsOf(info),
  level: info.level,
  [Symbol.for('level')]: info[Symbol.for('level') as never],
  message: textOf(info),
}));

const withRequestId = winston.format((info) => {
  const { requestId } = info;
  return typeof requestId === 'string'
    ? { ...info, message: `${String(info.message)} [${requestId}]` }
    : info;
});

function jsonLine({ level, message, ...facts }: Info): string {
  return JSON.stringify({ at: new Date().toISOString(), level, message, ...facts });
}

/** Lines for people, as Strapi writes them, with the request's id at their end. */
export function linesForPeople(): winston.Logform.Format {
  return winston.format.combine(safe(), withRequestId(), formats.prettyPrint());
}

/** Lines for programs: one JSON object each. */
export function linesForPrograms(): winston.Logform.Format {
  return winston.format.combine(safe(), winston.format.printf(jsonLine));
}
