import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What the mail server does with the mails that come from now on. */
export type MailFault = 'none' | 'refuses_address' | 'busy' | 'silent';

/** A mail as it arrived. */
export interface ArrivedMail {
  to: string;
  messageId: string;
  subject: string;
  text: string;
  html: string;
}

/** A mail server that keeps what it takes, and goes wrong on demand. */
export interface MailServer {
  url: string;
  mails: ArrivedMail[];
  fault: MailFault;
  /** addresses that it refuses whatever the fault, each with its status: 4xx for now, 5xx for good */
  refusing: Map<string, number>;
  /** how often somebody named a recipient */
  attempts: number;
  /** Takes no more connections until `open`. */
  close(): Promise<void>;
  /** Listens again, on the same port. */
  open(): Promise<void>;
  /** Lets those go who were left waiting in silence. */
  answer(): void;
}

function answered(text: string, responseCode: number): Error {
  return Object.assign(new Error(text), { responseCode });
}

/** Starts a mail server on a free port of this machine. */
export async function startMailServer(): Promise<MailServer> {
  let server: SMTPServer | null = null;
  let port = 0;
  const waiting: Array<() => void> = [];

  function create(): SMTPServer {
    return new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      closeTimeout: 50,
      onRcptTo({ address }, _session, done) {
        mailServer.attempts += 1;
        const status = mailServer.refusing.get(address);
        if (status !== undefined) done(answered('Not this one', status));
        else if (mailServer.fault === 'refuses_address') done(answered('No such mailbox', 550));
        else if (mailServer.fault === 'busy') done(answered('Come back later', 451));
        else done();
      },
      onData(stream, session, done) {
        void simpleParser(stream).then((mail) => {
          mailServer.mails.push({
            to: session.envelope.rcptTo.map(({ address }) => address).join(', '),
            messageId: mail.messageId ?? '',
            subject: mail.subject ?? '',
            text: mail.text ?? '',
            html: mail.html || '',
          });
          if (mailServer.fault === 'silent') waiting.push(() => done());
          else done();
        });
      },
    });
  }

  const mailServer: MailServer = {
    url: '',
    mails: [],
    fault: 'none',
    refusing: new Map(),
    attempts: 0,
    async open() {
      const opened = create();
      // A client that breaks off must not end the test.
      opened.on('error', () => undefined);
      await new Promise<void>((resolve) => opened.listen(port, '127.0.0.1', () => resolve()));
      port = (opened.server.address() as AddressInfo).port;
      server = opened;
    },
    async close() {
      await new Promise<void>((resolve) => (server ? server.close(resolve) : resolve()));
      server = null;
    },
    answer() {
      for (const go of waiting.splice(0)) go();
    },
  };
  await mailServer.open();
  mailServer.url = `smtp://127.0.0.1:${port}`;
  return mailServer;
}
