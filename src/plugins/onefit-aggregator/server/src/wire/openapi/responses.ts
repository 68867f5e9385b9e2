import { refusalsOf } from '../operation';
import type { Operation, OperationAnswer } from '../operation';
import { operationList } from '../operations';
import { Problem, PROBLEM_MEDIA_TYPE, problemCodes, problemKind, toProblemJson } from '../problems';
import type { ProblemCode } from '../problems';
import { bodySchema, referenceTo } from './component-schemas';
import { authenticateHeader, rateLimitHeaders, retryAfterHeader } from './headers';
import type { Json, JsonObject } from './json';

const fieldErrors = [{ path: 'member.firstName', message: 'is required' }];

/** All but `method_not_allowed`, which by its nature no operation answers. */
const answeredCodes = problemCodes.filter((code) =>
  operationList.some((operation) => refusalsOf(operation).includes(code)),
);

/** `components.examples`: one refusal of each code. */
export const problemExamples: JsonObject = Object.fromEntries(
  answeredCodes.map((code) => {
    const options = code === 'invalid_request' ? { errors: fieldErrors } : {};
    const { errors, ...value } = toProblemJson(new Problem(code, options));
    const listed = errors?.map(({ path, message }) => ({ path, message }));
    return [
      code,
      { summary: problemKind(code).title, value: { ...value, ...(listed && { errors: listed }) } },
    ];
  }),
);

function answerObject(operation: Operation, answer: OperationAnswer): JsonObject {
  const { description, schema, example } = answer;
  return {
    description,
    ...(operation.signed ? { headers: rateLimitHeaders } : {}),
    ...(schema
      ? {
          content: {
            'application/json': {
              schema: bodySchema(schema),
              ...(example === undefined ? {} : { example: example as Json }),
            },
          },
        }
      : {}),
  };
}

function refusalHeaders(operation: Operation, status: number, codes: ProblemCode[]): JsonObject {
  return {
    ...(operation.signed && status < 500 ? rateLimitHeaders : {}),
    ...(codes.some((code) => problemKind(code).retryAfter) ? retryAfterHeader : {}),
    ...(status === 401 ? authenticateHeader : {}),
  };
}

function refusalObject(operation: Operation, status: number, codes: ProblemCode[]): JsonObject {
  const headers = refusalHeaders(operation, status, codes);
  return {
    description: codes.map((code) => `\`${code}\`: ${problemKind(code).detail}`).join('\n\n'),
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    content: {
      [PROBLEM_MEDIA_TYPE]: {
        schema: referenceTo('Problem'),
        examples: Object.fromEntries(
          codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]),
        ),
      },
    },
  };
}

/** Every answer that an operation may give, refusals included, by status. */
export function responsesOf(operation: Operation): JsonObject {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of refusalsOf(operation)) {
    const { status } = problemKind(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries([
    ...operation.answers.map((answer) => [answer.status, answerObject(operation, answer)] as const),
    ...[...byStatus].map(
      ([status, codes]) => [status, refusalObject(operation, status, codes)] as const,
    ),
  ]);
}
