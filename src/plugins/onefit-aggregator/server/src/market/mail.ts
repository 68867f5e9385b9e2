import type { Core } from '@strapi/strapi';

/** A mail in both forms, which say the same. */
export interface Mail {
  subject: string;
  text: string;
  html: string;
}

/** Why the mail server did not take a mail. */
export interface MailFailure {
  reason: string;
  /** whether it refused this very address, for now or for good; null = mails to others fail as well */
  refusal: 'for_now' | 'for_good' | null;
}

/** What nodemailer says of a failure beside its text. */
interface MailError {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
  response?: unknown;
}

/** The server's rules refuse, such as relaying without signing in: that is no word on the address. */
const BY_POLICY = /\b5\.7\.\d/;

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

/** Reads from an error whether the mail server, which answered, would not have the recipient. */
export function refusalOf(error: unknown): MailFailure['refusal'] {
  const { code, command, responseCode, response } = (error ?? {}) as MailError;
  if (code !== 'EENVELOPE' || command !== 'RCPT TO' || typeof responseCode !== 'number')
    return null;
  return responseCode >= 500 && !BY_POLICY.test(String(response)) ? 'for_good' : 'for_now';
}

/** Hands a mail to the mail server; gives null, or why the server did not take it. */
export async function sendMail(
  strapi: Core.Strapi,
  to: string,
  mail: Mail,
): Promise<MailFailure | null> {
  try {
    await strapi
      .plugin('email')
      .service<{ send(mail: object): Promise<unknown> }>('email')
      .send({ to, ...mail });
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { reason: (reason || 'unknown').slice(0, LONGEST_ERROR), refusal: refusalOf(error) };
  }
}
