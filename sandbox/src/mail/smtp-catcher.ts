import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerSession } from 'smtp-server';
import type { CaughtMail, Mailbox } from './mailbox';

const HOST = '127.0.0.1';
/** Whoever writes to `refused@…` is refused, so that one can see what a failing mail does. */
const REFUSED = /^refused@/i;
const MAX_BYTES = 10 * 1_048_576;

/** A mail server that delivers nothing and keeps everything. */
export interface SmtpCatcher {
  /** The port it listens on. */
  port: number;
  close: () => Promise<void>;
}

/**
 * Starts to catch mails on a port of this machine (0 = any free one). Takes any sender and
 * password, without TLS, and any recipient but `refused@…`.
 * @throws the listening error, such as EADDRINUSE.
 */
export async function startSmtpCatcher(port: number, mailbox: Mailbox): Promise<SmtpCatcher> {
  const server = new SMTPServer({
    banner: 'Onefit sandbox: mails are caught, not delivered',
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: MAX_BYTES,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? 'anyone' }),
    onRcptTo: ({ address }, _session, done) =>
      done(REFUSED.test(address) ? new Error('This mailbox takes no mail') : null),
    onData: (stream, session, done) => {
      simpleParser(stream).then((mail) => {
        mailbox.add(caught(mail, session));
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  // A client that breaks off in the middle must not end the sandbox.
  server.on('error', (error) => console.error(`SMTP: ${error.message}`));
  const address = server.server.address() as AddressInfo;
  return {
    port: address.port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function caught(mail: ParsedMail, { envelope }: SMTPServerSession): Omit<CaughtMail, 'id'> {
  const sender = envelope.mailFrom ? envelope.mailFrom.address : '';
  return {
    receivedAt: new Date().toISOString(),
    from: mail.from?.text ?? sender,
    // The envelope knows blind copies too.
    to: envelope.rcptTo.map((recipient) => recipient.address),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || null,
    attachments: mail.attachments.map(({ filename, contentType, size }) => ({
      filename: filename ?? null,
      contentType,
      bytes: size,
    })),
  };
}
