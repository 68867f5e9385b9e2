import type { TestDatabase } from '../database';

/** After the integration tests: drops the database that their suites got copies of. */
export default async function tearDown(): Promise<void> {
  await (globalThis as { template?: TestDatabase }).template?.drop();
}
