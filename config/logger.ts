import type { Core } from '@strapi/strapi';
import { linesForPeople, linesForPrograms } from '../src/logging/line-format';

const FORMATS = { pretty: linesForPeople, json: linesForPrograms };

function isFormat(name: string): name is keyof typeof FORMATS {
  return Object.hasOwn(FORMATS, name);
}

/**
 * `LOG_LEVEL`: error, warn, info, http (the default) or debug. `LOG_FORMAT`: pretty (the default),
 * for people, or json, one object a line.
 */
const config = ({ env }: Core.Config.Shared.ConfigParams) => {
  const format = env('LOG_FORMAT', '') || 'pretty';
  if (!isFormat(format)) {
    throw new Error(`LOG_FORMAT is "${format}". Set it to pretty or json.`);
  }
  return { level: env('LOG_LEVEL', '') || 'http', format: FORMATS[format]() };
};

export default config;
