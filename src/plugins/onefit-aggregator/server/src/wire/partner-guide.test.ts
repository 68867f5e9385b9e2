/** Reads docs/onefit-api.md as a partner would: its code is run, its vectors and examples are checked. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { MAX_BATCH } from './schemas/outbound';
import { openApiDocument } from './openapi';
import { operationList } from './operations';
import { problemCodes, problemKind } from './problems';
import { MAX_BODY_BYTES } from './request-body';
import { DEFAULT_LIMIT, MAX_LIMIT, MAX_RANGE_DAYS } from './schemas/queries';
import { MAX_CLOCK_SKEW_SECONDS, sign, verify } from './signature';

interface Vector {
  method: string;
  pathAndQuery: string;
  timestamp: string;
  body: string;
  signature: string;
}

const guide = readFileSync(join(__dirname, '../../../../../../docs/onefit-api.md'), 'utf8');
const blocks = [...guide.matchAll(/^```(\S+)(?: (\S+))?\n([^]*?)^```$/gm)].map(
  ([, language = '', label = '', text = '']) => ({ language, label, text }),
);
const secret = 'test-secret';

function code(language: string): string {
  const found = blocks.filter((block) => block.language === language);
  if (found.length !== 1) throw new Error(`${found.length} blocks of ${language} in the guide`);
  return found[0]?.text ?? '';
}

const vectors = JSON.parse(
  blocks.find(({ label }) => label === 'vectors')?.text ?? '[]',
) as Vector[];

/** How each language's example is run: its code, then one line that prints a signature. */
const interpreters = [
  {
    language: 'sh',
    command: 'sh',
    flags: ['-c'],
    needs: 'openssl',
    call: 'sign "$METHOD" "$PATH_AND_QUERY" "$TIMESTAMP" "$BODY" "$SECRET"',
  },
  {
    language: 'js',
    command: process.execPath,
    flags: ['-e'],
    needs: process.execPath,
    call: 'const e = process.env; console.log(sign(e.METHOD, e.PATH_AND_QUERY, e.TIMESTAMP, e.BODY, e.SECRET));',
  },
  {
    language: 'python',
    command: 'python3',
    flags: ['-X', 'utf8', '-c'],
    needs: 'python3',
    call: 'from os import environ as e\nprint(sign(e["METHOD"], e["PATH_AND_QUERY"], e["TIMESTAMP"], e["BODY"].encode(), e["SECRET"]))',
  },
  {
    language: 'php',
    command: 'php',
    flags: ['-r'],
    needs: 'php',
    call: "echo sign(getenv('METHOD'), getenv('PATH_AND_QUERY'), getenv('TIMESTAMP'), getenv('BODY'), getenv('SECRET'));",
  },
];

function isThere(command: string): boolean {
  return spawnSync(command, ['--version']).error === undefined;
}

describe('the test vectors', () => {
  it('are three, of three methods', () => {
    expect(vectors.map(({ method }) => method)).toEqual(['PUT', 'GET', 'POST']);
  });

  it.each(vectors)('of $method is what we sign and verify', ({ signature, body, ...parts }) => {
    expect(sign({ ...parts, rawBody: body, secret })).toBe(signature);
    const received = { ...parts, signature, rawBody: Buffer.from(body), secrets: [secret] };
    expect(verify({ ...received, now: new Date(parts.timestamp) })).toEqual({
      ok: true,
      secretIndex: 0,
    });
  });
});

describe('the examples of signing', () => {
  it('stand in four languages', () => {
    for (const { language } of interpreters) expect(code(language)).toContain('sign');
  });

  // An interpreter that this machine lacks cannot run its example; Node is always there.
  const runnable = interpreters.filter(({ command, needs }) => isThere(command) && isThere(needs));
  it.each(runnable)('in $language gives every vector', ({ language, command, flags, call }) => {
    const program = `${code(language).replace('<?php', '')}\n${call}`;
    for (const { method, pathAndQuery, timestamp, body, signature } of vectors) {
      const run = spawnSync(command, [...flags, program], {
        encoding: 'utf8',
        timeout: 20_000,
        env: {
          PATH: process.env.PATH,
          LC_ALL: 'C.UTF-8',
          METHOD: method,
          PATH_AND_QUERY: pathAndQuery,
          TIMESTAMP: timestamp,
          BODY: body,
          SECRET: secret,
        },
      });
      expect(run.stderr).toBe('');
      expect(run.stdout.trim()).toBe(signature);
    }
  });
});

describe('the problem codes', () => {
  const chapter = /^## Problem codes\n([^]*?)^## /m.exec(guide)?.[1] ?? '';
  const sections = [...chapter.matchAll(/^### (\S+)\n\n(\d{3})\. ([^]*?)(?=^### |$(?![^]))/gm)];

  it('have a section each, and no section is left over', () => {
    expect(sections.map(([, name]) => name)).toEqual(problemCodes);
    expect(chapter.match(/^### /gm)).toHaveLength(problemCodes.length);
  });

  it.each(problemCodes)('%s: status, cause and remedy', (name) => {
    const section = sections.find(([, heading]) => heading === name);
    expect(Number(section?.[2])).toBe(problemKind(name).status);
    expect(section?.[3]).toMatch(/^[^*]{20,}\*\*Remedy:\*\* [^]{10,}/);
  });
});

describe('the calls', () => {
  it('are all told, and none that is not there', () => {
    const chapter = /^## Calls to the venue\n([^]*?)^## /m.exec(guide)?.[1] ?? '';
    const told = [...chapter.matchAll(/^`(GET|PUT|POST|DELETE) ([^?`]+)/gm)].map(
      ([, method, path]) => `${method} ${path}`,
    );
    expect(told).toEqual(operationList.map(({ method, path }) => `${method} ${path}`));
  });

  const { components } = openApiDocument({ version: '1.0.0', serverUrl: 'https://x.invalid' });
  const ajv = new Ajv2020({ strict: true });
  addFormats(ajv);
  ajv.addKeyword('components');
  ajv.addSchema({ $id: 'api', components });
  const examples = blocks.filter(({ label }) => label !== '' && label !== 'vectors');

  it.each(examples)('show a $label as the schema has it', ({ label, text }) => {
    const validate = ajv.getSchema(`api#/components/schemas/${label}`);
    if (!validate) throw new Error(`The document has no schema ${label}`);
    expect(validate(JSON.parse(text)) ? [] : validate.errors).toEqual([]);
  });

  it('show the resources and every body', () => {
    expect(examples.map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        'Session',
        'Booking',
        'Venue',
        'Problem',
        'LinkRequest',
        'BookingRequest',
        'CancelRequest',
        'CheckInRequest',
        'DeliveryResults',
      ]),
    );
  });
});

describe('the guide', () => {
  it('leads only to headings that it has', () => {
    const headings = [...guide.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\w\- ]/g, '')
        .replaceAll(' ', '-'),
    );
    const links = [...guide.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((anchor) => !headings.includes(anchor))).toEqual([]);
  });

  it.each([
    ['body of a request', `${MAX_BODY_BYTES.toLocaleString('en-US')} bytes`],
    ['clock difference', `${MAX_CLOCK_SKEW_SECONDS} seconds`],
    ['page of a list', `${MAX_LIMIT}, by default ${DEFAULT_LIMIT}`],
    ['range of a list of sessions', `${MAX_RANGE_DAYS} days`],
    ['sessions or outcomes in one call to Onefit', String(MAX_BATCH)],
  ])('gives the limit "%s" as the code has it', (what, limit) => {
    const row = new RegExp(`^\\| ${what} +\\| (.*?) +\\|$`, 'm').exec(guide);
    expect(row?.[1]).toBe(limit);
  });
});
