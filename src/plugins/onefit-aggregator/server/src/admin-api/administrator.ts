import type { Core } from '@strapi/strapi';

interface Administrator {
  id: number | string;
  firstname: string | null;
  lastname: string | null;
  email: string;
}

function nameOf({ firstname, lastname, email }: Administrator): string {
  const name = [firstname, lastname].filter(Boolean).join(' ');
  return name === '' ? email : name;
}

/**
 * The names of administrators by id, or their e-mails where they gave none; those who are gone are
 * missing. One statement.
 */
export async function administratorNames(
  strapi: Core.Strapi,
  ids: string[],
): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const found = (await strapi.db.query('admin::user').findMany({
    where: { id: { $in: ids } },
    select: ['id', 'firstname', 'lastname', 'email'],
  })) as Administrator[];
  return Object.fromEntries(found.map((one) => [String(one.id), nameOf(one)]));
}
