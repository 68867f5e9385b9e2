/** What JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** As much of JSON Schema as the document's requests use. */
export interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  schema: Schema;
}

/** A call of the document. */
export interface Call {
  operationId: string;
  method: string;
  /** with `{name}` for each path parameter */
  path: string;
  isSigned: boolean;
  parameters: Parameter[];
  /** null = it takes no body */
  body: Schema | null;
}

interface OperationObject {
  operationId: string;
  security: unknown[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema } | undefined> };
}

/** As much of the document as requests are made from. */
export interface RequestDocument {
  servers: Array<{ url: string }>;
  paths: Record<string, Record<string, OperationObject>>;
  components: { schemas: Record<string, Schema> };
}

/** The path under which all calls of the document stand. */
export function basePathOf({ servers }: RequestDocument): string {
  return new URL(servers[0]?.url ?? '').pathname;
}

/** All calls that the document describes. */
export function callsOf({ paths }: RequestDocument): Call[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      operationId: operation.operationId,
      method: method.toUpperCase(),
      path,
      isSigned: operation.security.length > 0,
      parameters: operation.parameters ?? [],
      body: operation.requestBody?.content['application/json']?.schema ?? null,
    })),
  );
}

/**
 * The schema that a reference names; any other as it is.
 *
 * @throws Error when the document does not have it
 */
export function resolved({ components }: RequestDocument, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const found = components.schemas[schema.$ref.replace('#/components/schemas/', '')];
  if (!found) throw new Error(`The document has no ${schema.$ref}.`);
  return found;
}
