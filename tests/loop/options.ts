/** What `npm run loop -- --help` says. */
export const HELP = `npm run loop -- [--help] [--logs]

Plays the whole connection once, without a browser: order, allow, link, sessions, bookings,
cancellations, edits, an outage of Onefit and two crashes of the venue. Strapi and the sandbox run
as processes of their own on free ports, and everything goes over real HTTP. Prints each step with
its time; the last line is "N passed, N failed". Exit status 0 only if every step held.

  --logs   show what Strapi and the sandbox print
  --help   show this

Database: a fresh one on every run, thrown away afterwards.

  SQLite       the default: a file in the system's temporary folder.
  PostgreSQL   DATABASE_CLIENT=postgres, with DATABASE_HOST, DATABASE_PORT, DATABASE_USERNAME,
               DATABASE_PASSWORD, DATABASE_SSL as for Strapi. The run makes a database of its own
               and drops it. DATABASE_NAME only names the database to connect to while doing so
               ("postgres" when empty). A user who may not make databases gets a schema of its own
               in there instead; its other schemas are never touched.
  MariaDB      DATABASE_CLIENT=mysql, the same variables. DATABASE_NAME may be empty. The user
  or MySQL     must be allowed to make a database.

It needs what npm run build:test makes, and makes it when it is missing.
`;

/** What was asked for on the command line. */
export interface LoopOptions {
  help: boolean;
  logs: boolean;
}

/** Reads the command line. @throws Error for an option that does not exist */
export function readOptions(args: readonly string[]): LoopOptions {
  const unknown = args.find((arg) => arg !== '--help' && arg !== '--logs');
  if (unknown !== undefined) {
    throw new Error(`There is no option ${unknown}. See npm run loop -- --help.`);
  }
  return { help: args.includes('--help'), logs: args.includes('--logs') };
}
