import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Variables that only the tests know. */
const OF_TESTS = /^(TEST_|CI$|PROPERTY_RUNS$)/;

/** Set by whoever starts the server, not in `.env`: too late there for what is built before. */
const OF_THE_COMMAND = ['NODE_ENV', 'STRAPI_TELEMETRY_DISABLED'];

function filesIn(folder: string, ends: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ends.test(name) && !/\.test\.tsx?$|node_modules|(^|\/)dist\//.test(name))
    .map((name) => path.join(folder, name));
}

/** The first group of every match in these files. */
function found(files: string[], ...patterns: RegExp[]): string[] {
  const names = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name]) => name ?? ''));
  });
  return [...new Set(names)].filter((name) => !OF_TESTS.test(name)).sort();
}

const ON_PROCESS = [/process\.env\.([A-Z][A-Z0-9_]*)/g, /process\.env\['([A-Z][A-Z0-9_]*)'\]/g];

/** A name in capitals as a string of its own: in a configuration that is a variable's, whoever reads it. */
const QUOTED = /['"`]([A-Z][A-Z0-9_]{2,})['"`]/g;

function withoutComments(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

/** What the server reads while it is configured and while it runs. */
function readByTheServer(): string[] {
  const quoted = filesIn('config', /\.ts$/).flatMap((file) =>
    [...withoutComments(file).matchAll(QUOTED)].map(([, name]) => name ?? ''),
  );
  const running = [...filesIn('src', /\.(ts|tsx|mjs)$/), ...filesIn('scripts', /\.(ts|mjs|mts)$/)];
  return [...new Set([...quoted, ...found(running, ...ON_PROCESS)])].sort();
}

/** What the sandbox reads, by its one file that reads anything. */
function readByTheSandbox(): string[] {
  return found(['sandbox/src/config.ts'], /['"]([A-Z][A-Z0-9_]{2,})['"]/g);
}

/** The names in the first column of a document's tables. */
function inTablesOf(document: string): string[] {
  const rows = readFileSync(document, 'utf8').match(/^\|.*\|$/gm) ?? [];
  const cells = rows.map((row) => row.split('|')[1] ?? '');
  return cells
    .flatMap((cell) => [...cell.matchAll(/`([A-Z][A-Z0-9_]{2,})`/g)].map(([, name]) => name ?? ''))
    .sort();
}

const all = [...new Set([...readByTheServer(), ...readByTheSandbox()])].sort();
const onlyOfDemoAndSandbox = all.filter((name) => /^(SANDBOX_|VENUE_BASE_URL$)/.test(name));

describe('the environment', () => {
  it('is read where it is looked for here', () => {
    expect(all).toEqual(expect.arrayContaining(['APP_KEYS', 'DATABASE_POOL_MIN', 'LOG_LEVEL']));
    expect(onlyOfDemoAndSandbox).toHaveLength(4);
  });

  it('stands in .env.example: every variable, and none that nobody reads', () => {
    const example = found(['.env.example'], /^([A-Z][A-Z0-9_]*)=/gm);
    const apart = [...OF_THE_COMMAND, ...onlyOfDemoAndSandbox];
    expect(example).toEqual(all.filter((name) => !apart.includes(name)));
  });

  it('stands in docs/deploy.md, each variable once', () => {
    expect(inTablesOf('docs/deploy.md')).toEqual(all);
  });

  it('stands in the sandbox’s own table, as far as it reads it', () => {
    expect(inTablesOf('sandbox/README.md')).toEqual(readByTheSandbox());
  });

  it('is given by compose.yaml under names that somebody reads', () => {
    const text = readFileSync('compose.yaml', 'utf8');
    const given = [...text.matchAll(/\$\{([A-Z0-9_]+)|^ {6}([A-Z][A-Z0-9_]+):/gm)]
      .map(([, asked, set]) => asked ?? set ?? '')
      .filter((name) => !name.startsWith('POSTGRES_'));
    expect(given).toContain('DATABASE_PASSWORD');
    expect(given.filter((name) => !all.includes(name))).toEqual([]);
  });

  it('makes secrets on the first run for names that the example has', () => {
    const secrets = found(['scripts/first-run.mjs'], /'([A-Z][A-Z0-9_]{2,})'/g);
    expect(secrets).toContain('ADMIN_JWT_SECRET');
    expect(secrets.filter((name) => !all.includes(name))).toEqual([]);
  });
});
