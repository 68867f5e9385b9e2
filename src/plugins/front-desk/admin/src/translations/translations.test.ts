/// <reference types="jest" />
/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import de from './de.json';
import en from './en.json';
import nl from './nl.json';

type Messages = Record<string, string>;

const SOURCES = join(__dirname, '..');
const TRANSLATIONS: Array<[string, Messages]> = [
  ['nl', nl],
  ['de', de],
];

function sources(): string {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(SOURCES, file), 'utf8'))
    .join('\n');
}

/** Every dotted literal that starts like a key: `'market.title'` or `` `${PLUGIN}.market.title` ``. */
function usedKeys(text: string): Set<string> {
  const starts = [...new Set(Object.keys(en).map((key) => key.split('.')[0]))].join('|');
  const literal = new RegExp(`(?:'|\\$\\{PLUGIN\\}\\.)((?:${starts})\\.[\\w.-]+)['\`]`, 'g');
  return new Set([...text.matchAll(literal)].map((match) => match[1] ?? ''));
}

function valuesOf(message: string): string[] {
  const names = [...message.matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort();
}

const used = usedKeys(sources());
const keys = Object.keys(en);

describe('translations', () => {
  it('finds keys in the sources', () => {
    expect(used.size).toBeGreaterThan(5);
  });

  it('has a text for every key that the sources use', () => {
    expect([...used].filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('has no text that nothing uses', () => {
    expect(keys.filter((key) => !used.has(key))).toEqual([]);
  });

  it.each(TRANSLATIONS)('says the same in %s: key by key, value by value', (_, messages) => {
    expect(Object.keys(messages)).toEqual(keys);
    const empty = keys.filter((key) => messages[key]?.trim() === '');
    expect(empty).toEqual([]);
    const shape = (texts: Messages) => keys.map((key) => [key, valuesOf(texts[key] ?? '')]);
    expect(shape(messages)).toEqual(shape(en));
  });
});
