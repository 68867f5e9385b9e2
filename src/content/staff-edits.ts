import type { Core, UID } from '@strapi/strapi';
import { refusalIfOvertaken } from '../database/transaction';
import type { Trx } from '../database/trx';
import { asGuarded } from './guarded';

/** An edit on its way through the Document Service: from the content manager, an API or a script. */
export interface Edit {
  action: 'create' | 'update' | 'delete' | 'clone';
  /** null for a creation */
  documentId: string | null;
  /** What was entered; a hook may correct it before it goes on. */
  data: Record<string, unknown>;
  /** The administrator's id, or null where no person acts. */
  actor: string | null;
  trx: Trx;
}

/** What the Document Service would have answered: a document, or what was deleted. */
export type Outcome = unknown;

export type EditHook = (edit: Edit, proceed: () => Promise<Outcome>) => Promise<Outcome>;

export type EditHooks = Partial<Record<Edit['action'], EditHook>>;

interface DocumentContext {
  uid: string;
  action: string;
  params: { documentId?: string; data?: Record<string, unknown> };
}

function actorOf(strapi: Core.Strapi): string | null {
  const state = strapi.requestContext.get()?.state as
    | { user?: { id?: number | string } }
    | undefined;
  return state?.user?.id === undefined ? null : String(state.user.id);
}

/** The document that an answer of the Document Service is about; null when it names none. */
export function documentIdOf(outcome: Outcome): string | null {
  const documentId = (outcome as { documentId?: unknown } | null)?.documentId;
  return typeof documentId === 'string' ? documentId : null;
}

/**
 * Takes out of an edit whether staff confirmed what customers will feel. It is an answer to one
 * question and never stored: the next edit is asked about anew.
 */
export function takeConsent(data: Edit['data']): boolean {
  const confirmed = data.confirmed === true;
  delete data.confirmed;
  return confirmed;
}

/**
 * Puts rules around every edit of a content type that goes through the Document Service, single or
 * in bulk. The hook and the edit share one transaction: what the hook throws undoes the edit. A
 * hook that does not call `proceed` has done the work itself.
 *
 * An edit cannot be run again from here, since what follows it may be called only once: where a
 * deadlock or somebody faster ends it, staff are told to save again.
 */
export function guardEdits(strapi: Core.Strapi, uid: UID.ContentType, hooks: EditHooks): void {
  strapi.documents.use(async (rawContext, next) => {
    const context = rawContext as unknown as DocumentContext;
    const hook = context.uid === uid ? hooks[context.action as Edit['action']] : undefined;
    if (!hook) return next();
    const nested = strapi.db.inTransaction();
    try {
      return (await strapi.db.transaction(({ trx }) => {
        const edit: Edit = {
          action: context.action as Edit['action'],
          documentId: context.params.documentId ?? null,
          data: (context.params.data ??= {}),
          actor: actorOf(strapi),
          trx: trx as Trx,
        };
        return asGuarded(uid, () => hook(edit, next));
      })) as Awaited<ReturnType<typeof next>>;
    } catch (error) {
      throw nested ? error : refusalIfOvertaken(strapi, error);
    }
  });
}
