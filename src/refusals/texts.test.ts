import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import de from './texts/de.json';
import nl from './texts/nl.json';

const SOURCE = path.resolve(__dirname, '..');

/** Files in which refusals are written: all of the server's, except tests. */
function sources(): string[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => !/(^|\/)(plugins|admin|node_modules|dist)\//.test(file))
    .map((file) => path.join(SOURCE, file));
}

function templateOf(literal: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(literal)) return literal.text;
  const rest = literal.templateSpans.map((span, index) => `{${index}}${span.literal.text}`);
  return literal.head.text + rest.join('');
}

/** The templates of all sentences that are written as say`…`. */
function sentences(): Set<string> {
  const found = new Set<string>();
  for (const file of sources()) {
    const text = readFileSync(file, 'utf8');
    if (!text.includes('say`')) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'say') {
        found.add(templateOf(node.template));
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  }
  return found;
}

const placeholders = (text: string) => [...new Set(text.match(/\{\d+\}/g))].sort();

describe.each([
  ['Dutch', nl as Record<string, string>],
  ['German', de as Record<string, string>],
])('refusals in %s', (_language, texts) => {
  const written = [...sentences()];

  test('there are as many as are written in the code, and no other', () => {
    expect(written.length).toBeGreaterThan(100);
    expect(Object.keys(texts).sort()).toEqual(written.sort());
  });

  test.each(Object.entries(texts))('%s', (template, text) => {
    expect(text).not.toBe('');
    expect(text).not.toBe(template);
    expect(placeholders(text)).toEqual(placeholders(template));
  });
});
