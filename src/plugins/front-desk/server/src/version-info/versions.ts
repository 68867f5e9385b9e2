import type { Core } from '@strapi/strapi';

/** What runs here, in which version; an empty text where it is not known. */
export interface Versions {
  project: string;
  /** the project's own plugins, by name */
  plugins: Array<{ name: string; version: string }>;
  strapi: string;
  node: string;
  /** such as `sqlite 3.46.0` */
  database: string;
}

interface EnabledPlugin {
  pathToPlugin?: string;
  packageInfo?: { version?: string; strapi?: { displayName?: string } };
}

/** The plugins that came with the project, not those that Strapi brings. */
function ownPlugins(strapi: Core.Strapi): Versions['plugins'] {
  const enabled = strapi.config.get<Record<string, EnabledPlugin>>('enabledPlugins', {});
  return Object.entries(enabled)
    .filter(([, { pathToPlugin = '' }]) => /^(?!.*node_modules).+$/.test(pathToPlugin))
    .map(([id, { packageInfo }]) => ({
      name: packageInfo?.strapi?.displayName ?? id,
      version: packageInfo?.version ?? '',
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** PostgreSQL answers with a sentence, MariaDB with `10.11.6-MariaDB-0`: the number is what counts. */
async function databaseVersion(strapi: Core.Strapi): Promise<string> {
  const { client } = strapi.db.dialect;
  const knex = strapi.db.connection;
  const asked = client === 'sqlite' ? 'sqlite_version()' : 'version()';
  const row: unknown = await knex.select(knex.raw(`${asked} AS version`)).first();
  const said = (row as { version: string | null } | undefined)?.version ?? '';
  const name = said.includes('MariaDB') ? 'mariadb' : client;
  return `${name} ${/\d+(\.\d+)*/.exec(said)?.[0] ?? ''}`.trim();
}

/** Reads what runs here. */
export async function readVersions(strapi: Core.Strapi): Promise<Versions> {
  return {
    project: strapi.config.get<string>('info.version', ''),
    plugins: ownPlugins(strapi),
    strapi: strapi.config.get<string>('info.strapi', ''),
    node: process.versions.node,
    database: await databaseVersion(strapi),
  };
}
