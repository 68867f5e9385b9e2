import type { Core } from '@strapi/strapi';
import english from './texts/en.json';
import { VIEWS } from './views';
import type { View } from './views';

interface FieldText {
  label: string;
  help: string;
}

/** What is said of each type and field, by language: `texts/en.json` and its translations. */
export interface ContentTexts {
  types: Record<string, { name: string; fields: Record<string, FieldText> }>;
  /** what stands for the values of enumerations */
  values: Record<string, string>;
}

const TEXTS: ContentTexts = english;

const PAGE_SIZE = 20;

/** As much of a content type as is read here. */
interface ContentType {
  attributes: Record<string, { type: string; target?: string }>;
}

/** Strapi's registry of types; Strapi gives it no type. */
interface ContentTypes {
  extend(uid: string, change: (contentType: ContentType) => void): unknown;
}

/** The configuration that Strapi's content manager takes as its first one of a type. */
export interface ViewConfiguration {
  settings: Record<string, string | number | boolean>;
  metadatas: Record<string, { edit: object; list: object }>;
  layouts: { list: string[]; edit: Array<Array<{ name: string; size: number }>> };
}

function typeOf(uid: string): string {
  return uid.slice(uid.indexOf('.') + 1);
}

/** A relation shows its target by the field that names that. */
function namedBy({ type, target }: { type: string; target?: string }): object {
  const view = type === 'relation' && target !== undefined ? VIEWS[typeOf(target)] : undefined;
  return view ? { mainField: view.mainField } : {};
}

/** The first configuration of a type: columns, order, labels, help, and what cannot be entered. */
export function configurationOf(
  type: string,
  view: View,
  { attributes }: ContentType,
): ViewConfiguration {
  const fields = Object.entries(TEXTS.types[type]?.fields ?? {});
  const descending = view.sort.startsWith('-');
  return {
    settings: {
      bulkable: view.bulk ?? false,
      filterable: true,
      searchable: true,
      pageSize: PAGE_SIZE,
      mainField: view.mainField,
      defaultSortBy: descending ? view.sort.slice(1) : view.sort,
      defaultSortOrder: descending ? 'DESC' : 'ASC',
      relationOpenMode: 'modal',
    },
    metadatas: Object.fromEntries(
      fields.map(([name, { label, help }]) => [
        name,
        {
          edit: {
            label,
            description: help,
            editable: !view.readOnly?.includes(name),
            ...namedBy(attributes[name] ?? { type: '' }),
          },
          list: { label },
        },
      ]),
    ),
    layouts: {
      list: view.list,
      edit: view.edit.map((row) => Object.entries(row).map(([name, size]) => ({ name, size }))),
    },
  };
}

/**
 * Arranges the content manager for people who run a venue. Call it while Strapi registers: the
 * content manager makes its stored configuration of a type, or of a field that a new version
 * brings, from this one when there is none yet, and never looks at it again. So what staff arrange
 * themselves stays.
 */
export function configureViews(strapi: Core.Strapi): void {
  const types = strapi.get<ContentTypes>('content-types');
  for (const [type, view] of Object.entries(VIEWS)) {
    types.extend(`api::${type}.${type}`, (contentType) => {
      Object.assign(contentType, { config: configurationOf(type, view, contentType) });
    });
  }
}
