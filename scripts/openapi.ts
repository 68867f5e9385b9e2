/**
 * Writes the OpenAPI document of the Onefit API as JSON.
 * Usage: tsx scripts/openapi.ts [file], default build/openapi.json.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { version } from '../src/plugins/onefit-aggregator/package.json';
import { openApiDocument } from '../src/plugins/onefit-aggregator/server/src/wire/openapi';

async function main(): Promise<void> {
  const file = resolve(process.argv[2] ?? 'build/openapi.json');
  const document = openApiDocument({ version, serverUrl: 'https://studio.invalid' });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(document, null, 2)}\n`);
  console.log(`Wrote ${file}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
