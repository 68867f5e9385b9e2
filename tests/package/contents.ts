import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import type { Claim } from './claim';
import type { Packed } from './pack';

/** What is promised of the package before anything of it runs. */
export const CONTENTS = {
  files: 'it holds what was built, its manifest, licence and README, and nothing else',
  exports: 'everything that its manifest exports is there',
  manifest: 'its manifest says what it is, under which licence, and what it needs',
  imports: 'it imports its own files and what it declares, and nothing else',
  paths: 'no path of the machine that built it stands in it',
} as const;

const ALLOWED = /^(package\.json|README\.md|LICENSE|dist\/(admin|server)\/[\w-]+\.m?js)$/;
const REQUIRED = ['package.json', 'README.md', 'LICENSE'];
const ENTRIES = {
  server: 'dist/server/index.js',
  'server-module': 'dist/server/index.mjs',
  admin: 'dist/admin/index.js',
  'admin-module': 'dist/admin/index.mjs',
};

interface Manifest {
  name?: string;
  license?: string;
  engines?: { node?: string };
  exports?: Record<string, string | Record<string, string>>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  strapi?: { kind?: string; name?: string };
}

async function manifestOf({ folder }: Packed): Promise<Manifest> {
  return JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as Manifest;
}

function files(packed: Packed): string[] {
  return [
    ...packed.files.filter((file) => !ALLOWED.test(file)).map((file) => `${file} is too much`),
    ...REQUIRED.filter((file) => !packed.files.includes(file)).map((file) => `${file} is missing`),
  ];
}

/** `source` is for whoever builds the plugin, not for whoever installs it. */
function exported({ exports = {} }: Manifest, { folder }: Packed): string[] {
  const targets = Object.values(exports).flatMap((target) =>
    typeof target === 'string'
      ? [target]
      : Object.entries(target).flatMap(([condition, file]) =>
          condition === 'source' ? [] : [file],
        ),
  );
  const gone = targets.filter((file) => !existsSync(path.join(folder, file)));
  const wanted = ['./strapi-admin', './strapi-server'].filter((name) => !(name in exports));
  return [
    ...gone.map((file) => `${file} is missing`),
    ...wanted.map((name) => `${name} is not exported`),
  ];
}

function manifest({ name, license, engines, peerDependencies, strapi }: Manifest): string[] {
  const found: string[] = [];
  if (license !== 'MIT') found.push(`the licence is ${license}`);
  if (!engines?.node) found.push('it does not say which Node it needs');
  if (strapi?.kind !== 'plugin' || strapi.name !== name) found.push('it is no plugin of its name');
  for (const peer of ['@strapi/strapi', 'react', 'react-dom', 'styled-components']) {
    // What must be there once is the project's to install.
    if (!peerDependencies?.[peer]) found.push(`${peer} is no peer dependency`);
  }
  return found;
}

/** `@scope/name/file` → `@scope/name` */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

async function imports(
  { dependencies, peerDependencies }: Manifest,
  { folder }: Packed,
): Promise<string[]> {
  const declared = new Set(Object.keys({ ...dependencies, ...peerDependencies }));
  const { metafile } = await build({
    entryPoints: ENTRIES,
    absWorkingDir: folder,
    outdir: 'nowhere',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
  const outside = Object.keys(metafile.inputs).filter((file) => file.startsWith('..'));
  const others = Object.values(metafile.inputs)
    .flatMap((input) => input.imports.filter(({ external }) => external))
    .map(({ path: specifier }) => specifier)
    .filter((specifier) => !isBuiltin(specifier) && !declared.has(packageOf(specifier)));
  return [
    ...outside.map((file) => `${file} is none of its files`),
    ...[...new Set(others)].map((specifier) => `${specifier} is not declared`),
  ];
}

async function paths(packed: Packed, project: string): Promise<string[]> {
  const texts = await Promise.all(
    packed.files.map((file) => readFile(path.join(packed.folder, file), 'utf8')),
  );
  return packed.files.filter((_, index) => texts[index]?.includes(project));
}

/** What cannot be looked at is found against the claim. */
async function found(look: () => Promise<string[]>): Promise<string[]> {
  return look().catch((error: unknown) => [String(error).split('\n').slice(0, 5).join(' ')]);
}

/** Judges what is in the package. */
export async function judgeContents(packed: Packed, project: string): Promise<Claim[]> {
  const told = await manifestOf(packed);
  return [
    { promise: CONTENTS.files, broken: files(packed) },
    { promise: CONTENTS.exports, broken: exported(told, packed) },
    { promise: CONTENTS.manifest, broken: manifest(told) },
    { promise: CONTENTS.imports, broken: await found(() => imports(told, packed)) },
    { promise: CONTENTS.paths, broken: await found(() => paths(packed, project)) },
  ];
}
