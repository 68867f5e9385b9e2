import { BASE_PATH } from './operations';
import { componentSchemas } from './openapi/component-schemas';
import { description, securitySchemes, tags } from './openapi/description';
import { headerComponents } from './openapi/headers';
import type { JsonObject } from './openapi/json';
import { pathItems } from './openapi/paths';
import { problemExamples } from './openapi/responses';
import { webhookItems } from './openapi/webhooks';

export type { JsonObject } from './openapi/json';

export interface DocumentOptions {
  /** The plugin's version. */
  version: string;
  /** The server's origin, such as `https://studio.example`; without the base path. */
  serverUrl: string;
}

/**
 * The OpenAPI 3.1 document of the API. Takes some milliseconds: make it once, when the server
 * starts, not per request.
 */
export function openApiDocument({ version, serverUrl }: DocumentOptions): JsonObject {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Onefit API of a venue',
      version,
      description,
      license: { name: 'MIT', identifier: 'MIT' },
      contact: { name: 'The venue whose server this is' },
    },
    servers: [
      {
        url: `${serverUrl.replace(/(?<!\/)\/+$/, '')}${BASE_PATH}`,
        description: 'Production, or the test environment that the venue names.',
        'x-internal': false,
      },
    ],
    tags,
    paths: pathItems(),
    webhooks: webhookItems(),
    components: {
      schemas: componentSchemas(),
      headers: headerComponents,
      examples: problemExamples,
      securitySchemes,
    },
  };
}
