import type { Core } from '@strapi/strapi';

/** What the media library takes of one file; as much as the proxy lets through (docs/deploy.md). */
const LARGEST_FILE_BYTES = 20 * 1024 * 1024;

const config: Core.Config.Middlewares = [
  'global::request-log',
  'strapi::errors',
  'global::refusal-language',
  // Of this name only: what else stands under the domain may be without TLS.
  {
    name: 'strapi::security',
    config: { hsts: { maxAge: 31_536_000, includeSubDomains: false } },
  },
  // The panel is of the same origin, and Onefit is no browser: no other page may read an answer.
  { name: 'strapi::cors', config: { origin: [] } },
  'strapi::poweredBy',
  'strapi::query',
  'global::refuse-files',
  { name: 'strapi::body', config: { formidable: { maxFileSize: LARGEST_FILE_BYTES } } },
  'global::forget-files',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];

export default config;
