import fc from 'fast-check';
import type { Json } from './document';
import type { Draft, Twist } from './recipe';
import { oddName, oddValue } from './texts';

type Fields = { [key: string]: Json };

function isFields(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every field of a body, from the outside in, as the names that lead to it. */
function fieldsOf(value: Json | undefined, path: string[] = []): string[][] {
  if (!isFields(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    [...path, name],
    ...fieldsOf(inner, [...path, name]),
  ]);
}

/** Puts a field there, also one that JavaScript itself would take for something else. */
function withField(fields: Fields, name: string, value: Json): Fields {
  return Object.defineProperty({ ...fields }, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** The same body with the object at `path` replaced by what `change` makes of it. */
function changedAt(value: Json, path: string[], change: (fields: Fields) => Fields): Json {
  if (!isFields(value)) return value;
  const [name, ...rest] = path;
  if (name === undefined) return change(value);
  return withField(value, name, changedAt(value[name] ?? null, rest, change));
}

function without(fields: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name));
}

function picked<Item>(items: Item[], which: number): Item | undefined {
  return items[which % items.length];
}

function onJson(name: string, change: (json: Json) => Json): Twist<Draft> {
  return {
    name,
    apply: (draft) => (draft.json === undefined ? draft : { ...draft, json: change(draft.json) }),
  };
}

const leftOut = fc.nat(20).map((which) =>
  onJson('a field is left out', (json) => {
    const path = picked(fieldsOf(json), which);
    if (!path) return json;
    return changedAt(json, path.slice(0, -1), (fields) => without(fields, path.at(-1) ?? ''));
  }),
);

const replaced = fc.tuple(fc.nat(20), oddValue).map(([which, value]) =>
  onJson('a field holds something else', (json) => {
    const path = picked(fieldsOf(json), which);
    if (!path) return json;
    return changedAt(json, path.slice(0, -1), (fields) =>
      withField(fields, path.at(-1) ?? '', value),
    );
  }),
);

const added = fc.tuple(fc.boolean(), oddName, oddValue).map(([inside, name, value]) =>
  onJson('a field is added', (json) => {
    const objects = fieldsOf(json).filter((path) =>
      path.length === 1 && isFields(json) ? isFields(json[path[0] ?? '']) : false,
    );
    const at = inside ? (objects[0] ?? []) : [];
    return changedAt(json, at, (fields) => withField(fields, name, value));
  }),
);

const wrapped = fc.constantFrom('a list', 'an object', 'text').map((how) =>
  onJson(`the body is wrapped in ${how}`, (json) => {
    if (how === 'text') return JSON.stringify(json);
    return how === 'a list' ? [json] : { data: json };
  }),
);

const another = oddValue.map((value) => onJson('the body is something else', () => value));

/** Changes to what a body says; its JSON stays whole. */
export const jsonTwists: fc.Arbitrary<Twist<Draft>> = fc.oneof(
  { arbitrary: replaced, weight: 5 },
  { arbitrary: added, weight: 3 },
  { arbitrary: leftOut, weight: 2 },
  { arbitrary: wrapped, weight: 1 },
  { arbitrary: another, weight: 1 },
);
