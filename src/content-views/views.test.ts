import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ContentTexts } from './configure-views';
import { configurationOf } from './configure-views';
import de from './texts/de.json';
import en from './texts/en.json';
import nl from './texts/nl.json';
import { VIEWS } from './views';

interface Attribute {
  type: string;
  visible?: boolean;
  enum?: string[];
  target?: string;
}

interface Schema {
  info: { displayName: string };
  pluginOptions?: { 'content-manager'?: { visible?: boolean } };
  attributes: Record<string, Attribute>;
}

const API = path.resolve(__dirname, '../api');
const LANGUAGES: Array<[string, ContentTexts]> = [
  ['en', en],
  ['nl', nl],
  ['de', de],
];

function schemaOf(type: string): Schema {
  const file = path.join(API, type, 'content-types', type, 'schema.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Schema;
}

const TYPES = readdirSync(API)
  .map((type) => ({ type, schema: schemaOf(type) }))
  .filter(({ schema }) => schema.pluginOptions?.['content-manager']?.visible !== false);

function shownFields({ attributes }: Schema): string[] {
  return Object.keys(attributes).filter((name) => attributes[name]?.visible !== false);
}

const sorted = (names: string[]) => [...names].sort();

describe('the content manager', () => {
  it('has a view of every type that staff see, and of no other', () => {
    expect(sorted(Object.keys(VIEWS))).toEqual(sorted(TYPES.map(({ type }) => type)));
  });

  it.each(TYPES)('lets no field of $type be forgotten or made up', ({ type, schema }) => {
    const view = VIEWS[type];
    const edited = view?.edit.flatMap((row) => Object.keys(row)) ?? [];
    const fields = shownFields(schema);
    expect(fields).toEqual(expect.arrayContaining(edited));
    expect([...fields, 'documentId']).toEqual(expect.arrayContaining(view?.list ?? []));
    const notEdited = fields.filter((field) => !edited.includes(field));
    // A field that is only listed is one that the project writes.
    expect(view?.readOnly ?? []).toEqual(expect.arrayContaining(notEdited));
    for (const row of view?.edit ?? []) {
      expect(Object.values(row).reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(12);
    }
  });

  it.each(LANGUAGES)('says in %s what every type and field is', (_language, texts) => {
    for (const { type, schema } of TYPES) {
      const said = texts.types[type];
      expect([type, sorted(Object.keys(said?.fields ?? {}))]).toEqual([
        type,
        sorted(shownFields(schema)),
      ]);
      expect(said?.name).toBeTruthy();
      for (const { label } of Object.values(said?.fields ?? {})) expect(label).toBeTruthy();
    }
    expect(sorted(Object.keys(texts.types))).toEqual(sorted(TYPES.map(({ type }) => type)));
  });

  it.each(LANGUAGES)('has a word in %s for every value of an enumeration', (_language, texts) => {
    const values = TYPES.flatMap(({ schema }) =>
      Object.values(schema.attributes).flatMap((attribute) => attribute.enum ?? []),
    );
    expect(sorted(Object.keys(texts.values))).toEqual(sorted([...new Set(values)]));
    for (const value of values) expect(texts.values[value]).toBeTruthy();
  });

  it('explains the same fields in every language, and nearly all of them', () => {
    for (const [type, { fields }] of Object.entries((en as ContentTexts).types)) {
      for (const [name, { help }] of Object.entries(fields)) {
        for (const [, texts] of LANGUAGES) {
          const other = texts.types[type]?.fields[name]?.help ?? '';
          expect([type, name, other !== '']).toEqual([type, name, help !== '']);
        }
      }
    }
  });

  it('translates an English text in one way only, since the panel looks it up by its words', () => {
    for (const [, texts] of LANGUAGES) {
      const meanings = new Map<string, Set<string>>();
      for (const [type, { name, fields }] of Object.entries((en as ContentTexts).types)) {
        const pairs = [[name, texts.types[type]?.name]];
        for (const [field, { label, help }] of Object.entries(fields)) {
          const other = texts.types[type]?.fields[field];
          pairs.push([label, other?.label], [help, other?.help]);
        }
        for (const [text = '', meaning = ''] of pairs) {
          meanings.set(text, (meanings.get(text) ?? new Set()).add(meaning));
        }
      }
      const doubtful = [...meanings].filter(([text, all]) => text && all.size > 1);
      expect(doubtful).toEqual([]);
    }
  });

  it('knows each type by the name that Strapi shows', () => {
    for (const { type, schema } of TYPES) {
      expect((en as ContentTexts).types[type]?.name).toBe(schema.info.displayName);
    }
  });
});

describe('the first configuration of a type', () => {
  it('names relations by their target’s name, and closes what the project writes', () => {
    const view = VIEWS.booking;
    if (!view) throw new Error('There is no view of bookings.');
    const { settings, metadatas, layouts } = configurationOf('booking', view, schemaOf('booking'));
    expect(settings).toMatchObject({ defaultSortBy: 'bookedAt', defaultSortOrder: 'DESC' });
    expect(metadatas.customer?.edit).toMatchObject({ mainField: 'name', editable: true });
    expect(metadatas.appointment?.edit).toMatchObject({ mainField: 'title' });
    expect(metadatas.source?.edit).toMatchObject({ label: 'Booked by', editable: false });
    expect(layouts.edit[0]).toEqual([
      { name: 'appointment', size: 6 },
      { name: 'customer', size: 6 },
    ]);
  });
});
