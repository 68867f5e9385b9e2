import { makeTemplate } from '.';

/** Before the integration tests: makes the database that each suite gets a copy of. */
export default async function setUp(): Promise<void> {
  Object.assign(globalThis, { template: await makeTemplate() });
}
