import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Packed } from './pack';

const PLUGIN = 'onefit-aggregator';
const STRAPI = '@strapi';

/** Packages of this project: they are what must not be there. */
const OURS = ['front-desk', PLUGIN, 'onefit-sandbox'];

/** Content types that the plugin stands on, as their folders are named. */
export const NEEDED = [
  'activity',
  'appointment',
  'booking',
  'booking-change',
  'company',
  'customer',
  'customer-aggregator-id',
  'product',
  'venue',
];

/** Where a project is, and what of it Strapi loads: JavaScript needs no `dist`. */
export interface Project {
  root: string;
  dist: string;
}

const CONFIG = {
  server: `({ env }) => ({ host: env('HOST'), port: env.int('PORT'), app: { keys: env.array('APP_KEYS') } })`,
  admin: `({ env }) => ({
    auth: { secret: env('ADMIN_JWT_SECRET') },
    apiToken: { salt: env('API_TOKEN_SALT') },
    transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
    secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  })`,
  database: `({ env }) => ({
    connection: { client: 'sqlite', connection: { filename: env('DATABASE_FILENAME') }, useNullAsDefault: true },
  })`,
  plugins: `({ env }) => ({
    '${PLUGIN}': {
      enabled: true,
      config: { baseUrl: env('ONEFIT_BASE_URL'), secrets: env.array('ONEFIT_SECRET') },
    },
  })`,
};

/** Neither runs nor is read by what runs. */
const IDLE = /\.(map|d\.m?ts)$/;

/**
 * Everything that is installed here, but for what is this project's own, and the package. Strapi
 * looks for plugins beside itself, so it is copied; all else is linked.
 */
export async function installModules(project: string, packed: Packed, to: string): Promise<void> {
  await mkdir(to);
  const installed = path.join(project, 'node_modules');
  for (const name of await readdir(installed)) {
    if (OURS.includes(name) || name === STRAPI || name.startsWith('.')) continue;
    await symlink(path.join(installed, name), path.join(to, name));
  }
  const filter = (source: string) => !IDLE.test(source);
  await cp(path.join(installed, STRAPI), path.join(to, STRAPI), { recursive: true, filter });
  await cp(packed.folder, path.join(to, PLUGIN), { recursive: true });
}

/** A bare Strapi project that has installed the package. */
export async function bareProject(modules: string, folder: string): Promise<Project> {
  await mkdir(path.join(folder, 'config'), { recursive: true });
  await symlink(modules, path.join(folder, 'node_modules'));
  await mkdir(path.join(folder, 'public/uploads'), { recursive: true });
  await mkdir(path.join(folder, 'src/api'), { recursive: true });
  const dependencies = { '@strapi/strapi': '*', 'better-sqlite3': '*', [PLUGIN]: '*' };
  const manifest = { name: 'bare', private: true, strapi: { uuid: false }, dependencies };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  for (const [name, text] of Object.entries(CONFIG)) {
    await writeFile(path.join(folder, 'config', `${name}.js`), `module.exports = ${text};\n`);
  }
  return { root: folder, dist: folder };
}

/** The same with content types of the right names and nothing behind them. */
export async function hollowProject(modules: string, folder: string): Promise<Project> {
  const made = await bareProject(modules, folder);
  for (const name of NEEDED) {
    const types = path.join(folder, 'src/api', name, 'content-types', name);
    await mkdir(types, { recursive: true });
    const schema = {
      kind: 'collectionType',
      collectionName: `hollow_${name.replaceAll('-', '_')}`,
      info: { singularName: name, pluralName: `${name}-list`, displayName: name },
      attributes: { name: { type: 'string' } },
    };
    await writeFile(path.join(types, 'schema.json'), JSON.stringify(schema));
  }
  return made;
}

/** The venue's project as it is built, with the package where it has its plugin's sources. */
export async function venueProject(
  project: string,
  modules: string,
  packed: Packed,
  folder: string,
): Promise<Project> {
  await mkdir(folder);
  await symlink(modules, path.join(folder, 'node_modules'));
  for (const part of ['dist', 'public', 'database', 'package.json', 'tsconfig.json']) {
    await cp(path.join(project, part), path.join(folder, part), { recursive: true });
  }
  const desk = 'src/plugins/front-desk';
  await cp(path.join(project, desk), path.join(folder, desk), {
    recursive: true,
    filter: (source) => path.basename(source) !== 'node_modules',
  });
  await cp(packed.folder, path.join(folder, 'src/plugins', PLUGIN), { recursive: true });
  return { root: folder, dist: path.join(folder, 'dist') };
}
