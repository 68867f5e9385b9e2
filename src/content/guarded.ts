import { AsyncLocalStorage } from 'node:async_hooks';
import type { UID } from '@strapi/strapi';

const guarded = new AsyncLocalStorage<ReadonlySet<string>>();

/** Does work whose edits of a content type the rules of that type look after themselves. */
export function asGuarded<Result>(uid: string, work: () => Promise<Result>): Promise<Result> {
  return guarded.run(new Set([...(guarded.getStore() ?? []), uid]), work);
}

/** Whether the rules of a content type are looking after what happens to it just now. */
export function isGuarded(uid: UID.ContentType): boolean {
  return guarded.getStore()?.has(uid) ?? false;
}
