import type { Core } from '@strapi/strapi';

/** A mail in both forms, which say the same. */
export interface Mail {
  subject: string;
  text: string;
  html: string;
}

const LONGEST_ERROR = 500;

/** Text as it stands in HTML. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Where the panel is, for whoever reads the mail. */
export function panelUrl(strapi: Core.Strapi): string {
  return strapi.config.get<string>('admin.absoluteUrl');
}

/** Hands a mail to the mail server; gives null, or why the server did not take it. */
export async function sendMail(
  strapi: Core.Strapi,
  to: string,
  mail: Mail,
): Promise<string | null> {
  try {
    await strapi
      .plugin('email')
      .service<{ send(mail: object): Promise<unknown> }>('email')
      .send({ to, ...mail });
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return (reason || 'unknown').slice(0, LONGEST_ERROR);
  }
}
