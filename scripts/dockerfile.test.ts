import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { validate, ValidationSeverity } from 'dockerfile-utils';

/** What the build makes, so that it is in no checkout. */
const MADE = /^(node_modules|dist|\.env)$|\/dist$/;

/** Every file and folder that the last stage gets from the build, as a path in the project. */
function copied(): string[] {
  return [...readFileSync('Dockerfile', 'utf8').matchAll(/^COPY --from=build (.+)$/gm)].flatMap(
    ([, words]) =>
      (words ?? '')
        .split(' ')
        .slice(0, -1)
        .map((word) => word.replace(/^\/app\//, '')),
  );
}

/** The project's own files that a script imports. */
function importsOf(script: string): string[] {
  return [...readFileSync(script, 'utf8').matchAll(/from '(\.[^']+)'/g)].map(([, name]) =>
    path.join(path.dirname(script), name ?? ''),
  );
}

/** Where `config/plugins.ts` says that the project's own plugins are. */
function plugins(): string[] {
  const text = readFileSync('config/plugins.ts', 'utf8');
  return [...text.matchAll(/resolve: '\.\/(src\/plugins\/[^']+)'/g)].map(
    ([, folder]) => folder ?? '',
  );
}

const ERROR = ValidationSeverity.ERROR;

/** What a linter finds in a Dockerfile, each finding as strict as it can be. */
function findings(dockerfile: string): string[] {
  const found = validate(dockerfile, {
    deprecatedMaintainer: ERROR,
    directiveCasing: ERROR,
    emptyContinuationLine: ERROR,
    instructionCasing: ERROR,
    instructionCmdMultiple: ERROR,
    instructionEntrypointMultiple: ERROR,
    instructionHealthcheckMultiple: ERROR,
    instructionJSONInSingleQuotes: ERROR,
    instructionWorkdirRelative: ERROR,
  });
  return found.map(({ code, range }) => `line ${range.start.line + 1}: ${String(code)}`);
}

describe('the Dockerfile', () => {
  it('has nothing that a linter finds', () => {
    expect(findings(readFileSync('Dockerfile', 'utf8'))).toEqual([]);
  });

  it.each([
    ['an unknown instruction', 'FROM node:22\nRUNS true\n'],
    ['an instruction without its argument', 'FROM node:22\nCOPY\n'],
    ['a relative folder', 'FROM node:22\nWORKDIR app\n'],
    ['two commands', 'FROM node:22\nCMD ["a"]\nCMD ["b"]\n'],
    ['a port that is none', 'FROM node:22\nEXPOSE many\n'],
  ])('would be told of %s', (_, dockerfile) => {
    expect(findings(dockerfile)).not.toEqual([]);
  });
});

describe('the image of the server', () => {
  it('gets nothing that is not there', () => {
    const files = copied().filter((file) => !MADE.test(file));
    expect(files.length).toBeGreaterThan(8);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('gets whatever its scripts import', () => {
    const files = copied();
    const scripts = files.filter((file) => file.endsWith('.mjs'));
    expect(scripts).toContain('scripts/strapi.mjs');
    expect(scripts.flatMap(importsOf).filter((file) => !files.includes(file))).toEqual([]);
  });

  it('gets both plugins, each with its manifest and its build', () => {
    const needed = plugins().flatMap((folder) => [`${folder}/package.json`, `${folder}/dist`]);
    expect(needed).toHaveLength(4);
    expect(copied()).toEqual(expect.arrayContaining(needed));
  });

  it('is asked how it is by a script that it has', () => {
    const [, script] =
      /HEALTHCHECK .*"(scripts\/[^"]+)"/.exec(readFileSync('Dockerfile', 'utf8')) ?? [];
    expect(copied()).toContain(script);
  });

  it('runs as nobody who owns its code', () => {
    const text = readFileSync('Dockerfile', 'utf8');
    expect([...text.matchAll(/^USER (.+)$/gm)].map(([, user]) => user)).toEqual(['node']);
    expect(text).not.toMatch(/COPY .*--chown/);
  });
});
