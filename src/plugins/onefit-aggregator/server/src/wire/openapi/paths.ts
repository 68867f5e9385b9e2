import { operationList } from '../operations';
import type { Operation } from '../operation';
import { bodySchema, parameterSchemas } from './component-schemas';
import type { Json, JsonObject } from './json';
import { responsesOf } from './responses';

/** Both headers together prove who sends and that nothing was changed on the way. */
const signed: Json = [{ timestamp: [], signature: [] }];

function parametersOf(operation: Operation): JsonObject[] {
  const located = [
    ['path', operation.params],
    ['query', operation.query],
  ] as const;
  return located.flatMap(([place, parameters]) =>
    parameterSchemas(parameters).map(({ name, required, description, schema }) => ({
      name,
      in: place,
      required,
      description,
      schema,
    })),
  );
}

function operationObject(operation: Operation): JsonObject {
  const parameters = parametersOf(operation);
  return {
    operationId: operation.operationId,
    tags: [operation.tag],
    summary: operation.summary,
    description: operation.description,
    security: operation.signed ? signed : [],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(operation.body
      ? {
          requestBody: {
            required: true,
            description: 'JSON in UTF-8, at most 64 KiB. A field not named here is refused.',
            content: {
              'application/json': {
                schema: bodySchema(operation.body),
                example: operation.bodyExample as Json,
              },
            },
          },
        }
      : {}),
    responses: responsesOf(operation),
  };
}

/** `paths`: the calls that Onefit makes. */
export function pathItems(): JsonObject {
  const items: Record<string, JsonObject> = {};
  for (const operation of operationList) {
    items[operation.path] = {
      ...items[operation.path],
      [operation.method.toLowerCase()]: operationObject(operation),
    };
  }
  return items;
}
