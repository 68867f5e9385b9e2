import type { UID } from '@strapi/strapi';
import { emptyTables, makeActivity, makePlace } from './content';
import type { Doc, Place } from './content';
import type { Partner } from './partner';
import type { RunningVenue } from './strapi';

interface Orders {
  order(request: { contactEmail: string; orderedBy: null; language: string }): Promise<unknown>;
  end(): Promise<void>;
}

/** Orders and ends the extension as the Market does, without the mail. */
export function extensionOrders({ strapi }: RunningVenue) {
  const connection = strapi.plugin('onefit-aggregator').service<{ orders(): Orders }>('connection');
  const orders = connection.orders();
  return {
    order: () => orders.order({ contactEmail: 'a@b.example', orderedBy: null, language: 'en' }),
    end: () => orders.end(),
  };
}

/** A place that Onefit has linked, and an activity there that it may book. */
export interface Linked extends Place {
  uuid: string;
  activity: Doc;
}

/** A further place that Onefit has linked; the extension is ordered already. */
export async function addLinked(
  running: RunningVenue,
  onefit: Partner,
  activity: object = {},
): Promise<Linked> {
  const place = await makePlace(running.strapi);
  const { uuid } = place.venue;
  const linked = await onefit.link(uuid, place.company.uuid);
  if (linked.status !== 200) throw new Error(`The venue was not linked: ${linked.status}.`);
  return { ...place, uuid, activity: await makeActivity(running.strapi, place, activity) };
}

/** Begins afresh: empty tables, the machine's own time, the extension ordered, one place linked. */
export async function startLinked(
  running: RunningVenue,
  onefit: Partner,
  activity: object = {},
): Promise<Linked> {
  await emptyTables(running.strapi);
  running.clock.release();
  await extensionOrders(running).order();
  return addLinked(running, onefit, activity);
}

/** Changes a document as staff do. */
export async function edit(
  { strapi }: RunningVenue,
  type: string,
  { documentId }: Doc,
  data: object,
): Promise<void> {
  const uid = `api::${type}.${type}` as UID.ContentType;
  await strapi.documents(uid).update({ documentId, data: data as never });
}

/** What a test says of an answer: its status, and its code where it is a refusal. */
export function outcome(answer: { status: number; body: unknown }): string {
  const code = (answer.body as { code?: string } | null)?.code;
  return code === undefined ? String(answer.status) : `${answer.status} ${code}`;
}
