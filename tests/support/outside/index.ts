import type * as StrapiPackage from '@strapi/strapi';

interface Outside {
  require: NodeJS.Require;
  env: NodeJS.ProcessEnv;
  console: Console;
}

function outside(): Outside {
  const { outside: found } = globalThis as { outside?: Outside };
  if (found) return found;
  // A benchmark is outside already: nothing loads its modules anew.
  if (process.env.JEST_WORKER_ID === undefined) return { require, env: process.env, console };
  throw new Error('In jest a venue is started by integration tests only: see environment.js.');
}

/** Strapi as the process has it, loaded once for all test files of a worker. */
export function strapiPackage(): typeof StrapiPackage {
  return outside().require('@strapi/strapi') as typeof StrapiPackage;
}

/** The names of the jobs that the clocks of this process's projects do. */
export function clockJobs(): string[] {
  const cron = outside().require('node-cron') as { getTasks(): Map<string, { name?: string }> };
  return [...cron.getTasks().values()].map(({ name }) => name ?? '');
}

/** Where the project prints to, for a test that listens. */
export function projectConsole(): Console {
  return outside().console;
}

/** Sets variables for the project as well as for the test that starts it. */
export function setVariables(variables: Record<string, string>): void {
  Object.assign(process.env, variables);
  Object.assign(outside().env, variables);
}
