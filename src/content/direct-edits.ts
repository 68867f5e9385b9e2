import type { Core, UID } from '@strapi/strapi';
import { inTransaction } from '../database/transaction';
import type { Trx } from '../database/trx';
import { isGuarded } from './guarded';

/** Rows of one content type that were edited past the Document Service, by `strapi.db.query`. */
export interface DirectEdit<Before> {
  action: 'create' | 'update' | 'delete';
  /** Of all rows concerned, also of those that are gone. */
  documentIds: string[];
  /** What was read before the edit; undefined for a creation. */
  before: Before | undefined;
  /** The transaction of the edit, where there is one. */
  trx: Trx;
}

export interface DirectEditHooks<Before> {
  /**
   * Reads what an edit is about to overwrite. What it throws keeps the edit from being made.
   *
   * @param data what is entered; empty for a deletion
   */
  before?(trx: Trx, documentIds: string[], data: Record<string, unknown>): Promise<Before>;
  /** What the rules of the type have to say afterwards, in a handful of statements. */
  after(edit: DirectEdit<Before>): Promise<void>;
}

interface Conditions {
  where?: unknown;
  filters?: unknown;
  _q?: unknown;
}

interface Event {
  params: Conditions & { data?: Record<string, unknown> };
  result?: unknown;
  state: Record<string, unknown>;
}

/** Created rows by their numbers; MariaDB and MySQL give only the first ones of many. */
interface CreatedMany {
  count: number;
  ids: number[];
}

/**
 * Watches edits of a content type by `strapi.db.query`, single and in bulk: what stands around
 * the Document Service does not see them. They are in the transaction of whoever makes them, or in
 * none. Edits inside a guard are the guard's affair; what the rules write themselves goes through
 * knex, which no hook sees, so that none of them can call itself.
 */
export function watchDirectEdits<Before = undefined>(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  hooks: DirectEditHooks<Before>,
): () => void {
  const table = strapi.db.metadata.get(uid).tableName;

  /** Reads before the edit: afterwards its condition may no longer hold for what it changed. */
  async function look({ params, state }: Event): Promise<void> {
    if (isGuarded(uid)) return;
    const { where, filters, _q, data = {} } = params;
    const conditions = { where, filters, _q, select: ['documentId'] } as object;
    const rows = (await strapi.db.query(uid).findMany(conditions)) as Array<{ documentId: string }>;
    const documentIds = rows.map((row) => row.documentId);
    state.documentIds = documentIds;
    if (documentIds.length === 0) return;
    state.before = await inTransaction(strapi, async (trx) =>
      hooks.before?.(trx, documentIds, data),
    );
  }

  async function settle(edit: Omit<DirectEdit<Before>, 'trx'>): Promise<void> {
    if (edit.documentIds.length === 0) return;
    await inTransaction(strapi, (trx) => hooks.after({ ...edit, trx }));
  }

  function settleAsSeen(action: 'update' | 'delete') {
    return ({ state }: Event): Promise<void> => {
      const { documentIds = [], before } = state as {
        documentIds?: string[];
        before?: Before;
      };
      return settle({ action, documentIds, before });
    };
  }

  async function settleCreated({ ids, count }: CreatedMany): Promise<void> {
    const [first] = ids;
    if (isGuarded(uid) || first === undefined) return;
    const made = strapi.db.connection(table).select<Array<{ document_id: string }>>('document_id');
    // Rows that somebody else made meanwhile come along; settling them again changes nothing.
    if (ids.length < count) made.where('id', '>=', first);
    else made.whereIn('id', ids);
    const rows = await inTransaction(strapi, (trx) => made.transacting(trx as never));
    const documentIds = rows.map((row) => row.document_id);
    await settle({ action: 'create', documentIds, before: undefined });
  }

  return strapi.db.lifecycles.subscribe({
    models: [uid],
    beforeUpdate: look,
    beforeUpdateMany: look,
    beforeDelete: look,
    beforeDeleteMany: look,
    afterUpdate: settleAsSeen('update'),
    afterUpdateMany: settleAsSeen('update'),
    afterDelete: settleAsSeen('delete'),
    afterDeleteMany: settleAsSeen('delete'),
    afterCreate: async ({ result }: Event) => {
      const { id } = result as { id?: number };
      await settleCreated({ ids: id === undefined ? [] : [id], count: 1 });
    },
    afterCreateMany: ({ result }: Event) => settleCreated(result as CreatedMany),
  });
}
