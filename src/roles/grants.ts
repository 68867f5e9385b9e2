/**
 * One thing that a role may do. What the content manager does to a type counts field by field, so
 * that a field that a later version adds reaches a role whose other fields staff have chosen.
 */
export interface Grant {
  /** the permission's uid, e.g. `plugin::content-manager.explorer.read` */
  action: string;
  /** the content type; null where the permission is about none */
  subject: string | null;
  /** the fields that it covers; null where fields are not told apart */
  fields: string[] | null;
}

/** A permission as a role holds it. */
export interface Held extends Grant {
  id: number | string;
}

/** What is still to be given: new permissions, and fields for those that a role holds. */
export interface Missing {
  create: Grant[];
  extend: Array<{ id: Held['id']; fields: string[] }>;
  /** everything that was wanted, as {@link keysOf} names it: kept so that it is given once only */
  given: string[];
}

/** The names under which it is kept that a grant was given: one a field, or one in all. */
export function keysOf({ action, subject, fields }: Grant): string[] {
  const stem = `${action} ${subject ?? ''}`;
  return fields === null ? [stem] : fields.map((field) => `${stem} ${field}`);
}

/**
 * What a role is to be given now. Each thing is given once: what staff took away afterwards stays
 * away, what staff added stays, and only what no earlier version ever gave comes on top.
 *
 * @param wanted what the role is meant to be allowed
 * @param given the keys of what it was given before
 * @param held what it holds now
 */
export function missingGrants(wanted: Grant[], given: string[], held: Held[]): Missing {
  const before = new Set(given);
  const missing: Missing = { create: [], extend: [], given: [...given] };
  for (const grant of wanted) {
    const fresh = keysOf(grant).filter((key) => !before.has(key));
    if (fresh.length === 0) continue;
    missing.given.push(...fresh);
    const now = held.find(
      ({ action, subject }) => action === grant.action && subject === grant.subject,
    );
    if (!now && fresh.length === keysOf(grant).length) missing.create.push(grant);
    if (!now || now.fields === null || grant.fields === null) continue;
    const heldFields = now.fields;
    const added = grant.fields.filter(
      (field) => !heldFields.includes(field) && fresh.includes(keyOfField(grant, field)),
    );
    if (added.length > 0) missing.extend.push({ id: now.id, fields: [...heldFields, ...added] });
  }
  return missing;
}

function keyOfField(grant: Grant, field: string): string {
  return keysOf({ ...grant, fields: [field] })[0] ?? '';
}
