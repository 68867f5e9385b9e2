/**
 * Writes the OpenAPI document of the Onefit API as JSON.
 * Usage: tsx scripts/openapi.mts [file], default build/openapi.json.
 *
 * An .mts file, so that the server's build does not take it, and the plugin's source with it.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import plugin from '../src/plugins/onefit-aggregator/package.json' with { type: 'json' };
import { openApiDocument } from '../src/plugins/onefit-aggregator/server/src/wire/openapi';

const file = process.argv[2] ?? 'build/openapi.json';
const document = openApiDocument({
  version: plugin.version,
  serverUrl: 'https://studio.invalid',
});
await mkdir(dirname(file), { recursive: true });
await writeFile(file, `${JSON.stringify(document, null, 2)}\n`);
console.log(`Wrote ${file}`);
