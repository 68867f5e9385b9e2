import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

/** Where mail goes when `SMTP_URL` is not set: nowhere that answers, so that a failure is seen. */
const NO_SMTP = 'smtp://127.0.0.1:25';

/**
 * The mail provider's settings, read from `SMTP_URL` (`smtp://user:password@host:port`, `smtps://…`)
 * and `MAIL_FROM`. Nothing about mail is kept in the database.
 */
export function emailProvider(env: Env) {
  const url = new URL(env('SMTP_URL', '') || NO_SMTP);
  const secure = url.protocol === 'smtps:';
  return {
    provider: 'nodemailer',
    providerOptions: {
      host: url.hostname,
      port: url.port === '' ? (secure ? 465 : 25) : Number(url.port),
      secure,
      ...(url.username === ''
        ? {}
        : {
            auth: {
              user: decodeURIComponent(url.username),
              pass: decodeURIComponent(url.password),
            },
          }),
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
    },
    settings: {
      defaultFrom: env('MAIL_FROM', '') || 'onefit@localhost',
      defaultReplyTo: env('MAIL_FROM', '') || 'onefit@localhost',
    },
  };
}
