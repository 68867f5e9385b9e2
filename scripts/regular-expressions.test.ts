/**
 * Regular expressions whose time grows faster than the text that they read (ReDoS): judged by
 * `recheck` from the expression itself, so that no time is measured.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { openApiDocument } from '../src/plugins/onefit-aggregator/server/src/wire/openapi';

/** As much of the library as is used. */
interface Recheck {
  check(
    source: string,
    flags: string,
    /** milliseconds; null = as long as it takes */
    options: { timeout: number | null },
  ): Promise<{ status: 'safe' | 'vulnerable' | 'unknown'; complexity?: { summary: string } }>;
}

// Its native engine is much faster than the one in JavaScript, and gives up less.
process.env.RECHECK_BACKEND = 'native';
const { check } = jest.requireActual<Recheck>('recheck');

const PROJECT = path.resolve(__dirname, '..');
/** What runs in a server. The panel's own run in the browser of whoever types into it. */
const FOLDERS = ['config', 'src'];
const LEFT_OUT = /(?:^|\/)(?:admin|node_modules|dist)\/|\.test\.ts$|\.d\.ts$/;

/** Every source file, by its path within the project. */
function sources(): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file}`)
      .filter((file) => file.endsWith('.ts') && !LEFT_OUT.test(file)),
  );
}

interface Found {
  /** as `/source/flags`, with where it stands */
  literals: Array<{ where: string; text: string }>;
  /** files that put expressions together */
  made: string[];
}

function expressionsIn(file: string): Found {
  const text = readFileSync(path.join(PROJECT, file), 'utf8');
  const found: Found = { literals: [], made: [] };
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.literals.push({ where: file, text: node.text });
    const called = ts.isNewExpression(node) || ts.isCallExpression(node) ? node.expression : null;
    if (called && ts.isIdentifier(called) && called.text === 'RegExp') found.made.push(file);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** What is wrong with an expression; null = its time grows with the text alone. */
async function fault(where: string, text: string): Promise<string | null> {
  const end = text.lastIndexOf('/');
  const { status, complexity } = await check(text.slice(1, end), text.slice(end + 1), {
    timeout: null,
  });
  return status === 'safe' ? null : `${where}: ${text} is ${complexity?.summary ?? status}`;
}

async function faultsOf(expressions: Found['literals']): Promise<string[]> {
  const faults: string[] = [];
  for (const { where, text } of expressions) {
    const found = await fault(where, text);
    if (found !== null) faults.push(found);
  }
  return faults;
}

/** Every pattern of the API's document: the schemas judge by the same ones. */
function patternsOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { pattern } = part as { pattern?: unknown };
  return [
    ...(typeof pattern === 'string' ? [pattern] : []),
    ...Object.values(part).flatMap(patternsOf),
  ];
}

const all = sources().map(expressionsIn);

it('finds those whose time grows too fast', async () => {
  const slow = ['/(a+)+$/', '/\\s*,\\s*/', '/^(\\w+\\s?)*$/'];
  const faults = await faultsOf(slow.map((text) => ({ where: 'here', text })));
  expect(faults).toHaveLength(slow.length);
});

it('no expression of a server can be kept busy by what it reads', async () => {
  const literals = all.flatMap((found) => found.literals);
  expect(literals.length).toBeGreaterThan(40);
  expect(await faultsOf(literals)).toEqual([]);
}, 120_000);

it('no expression of the API’s schemas can be', async () => {
  const patterns = [
    ...new Set(patternsOf(openApiDocument({ version: '1.0.0', serverUrl: 'https://x.example' }))),
  ];
  expect(patterns.length).toBeGreaterThan(4);
  const expressions = patterns.map((pattern) => ({ where: 'document', text: `/${pattern}/u` }));
  expect(await faultsOf(expressions)).toEqual([]);
}, 120_000);

it('none is put together elsewhere than in a schema, where the document shows it', () => {
  const texts = 'src/plugins/onefit-aggregator/server/src/wire/schemas/text.ts';
  expect([...new Set(all.flatMap((found) => found.made))]).toEqual([texts]);
});
