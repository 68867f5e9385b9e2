import { createConnection } from 'node:net';
import { control, sandboxFixture } from '../testing/sandbox-fixture';
import type { RunningSandbox } from '../sandbox';

const MAIL = [
  'From: =?UTF-8?Q?Studio_No=C3=B6rd?= <studio@example.com>',
  'To: staff@example.com',
  'Subject: =?UTF-8?B?QmVzdGVsbHVuZyDigJMgT25lZml0?=',
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Your order is confirmed.',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Your order is <b>confirmed</b>.</p><script>alert(1)</script>',
  '--b--',
].join('\r\n');

/** Speaks SMTP by hand, so that the test depends on no mail client. Gives the server's answers. */
function sendByHand(port: number, recipients: string[], mail: string): Promise<string[]> {
  const commands = [
    'EHLO test',
    'MAIL FROM:<studio@example.com>',
    ...recipients.map((recipient) => `RCPT TO:<${recipient}>`),
    'DATA',
    `${mail}\r\n.`,
    'QUIT',
  ];
  return new Promise((resolve, reject) => {
    const answers: string[] = [];
    const socket = createConnection(port, '127.0.0.1');
    socket.setEncoding('utf8');
    socket.on('data', (answer: string) => {
      answers.push(answer);
      // The last line of an answer has a space after its number.
      if (!/^\d{3} .*\r\n$/m.test(answer)) return;
      const command = commands.shift();
      if (command) socket.write(`${command}\r\n`);
    });
    socket.on('close', () => resolve(answers));
    socket.on('error', reject);
  });
}

let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await sandboxFixture();
});

afterAll(() => sandbox.stop());

describe('the mail catcher', () => {
  it('catches a mail, with its blind copy, and shows it', async () => {
    const recipients = ['staff@example.com', 'blind@example.com'];
    const answers = await sendByHand(sandbox.smtpPort, recipients, MAIL);
    expect(answers.join('')).not.toContain('STARTTLS');
    const { body } = await control(sandbox, 'GET', '/mails');
    expect(body).toMatchObject({
      mails: [
        {
          from: expect.stringContaining('Studio Noörd') as unknown,
          to: recipients,
          subject: 'Bestellung – Onefit',
          text: expect.stringContaining('Your order is confirmed.') as unknown,
          html: expect.stringContaining('<b>confirmed</b>') as unknown,
          attachments: [],
        },
      ],
    });
  });

  it('gives HTML for the frame with a policy that runs and loads nothing', async () => {
    const [mail] = sandbox.parts.mailbox.list();
    const response = await fetch(`${sandbox.url}/sandbox/api/mails/${mail?.id}/html`);
    const policy = response.headers.get('content-security-policy');
    expect(policy).toMatch(/default-src 'none'.*sandbox/);
    expect(policy).not.toMatch(/allow-scripts|script-src/);
    expect(await response.text()).toContain('<b>confirmed</b>');
  });

  it('takes none for the one mailbox that refuses all', async () => {
    const before = sandbox.parts.mailbox.list().length;
    const answers = await sendByHand(sandbox.smtpPort, ['refused@example.com'], MAIL);
    expect(answers.join('')).toMatch(/^4\d\d .*takes no mail|^5\d\d .*takes no mail/m);
    expect(sandbox.parts.mailbox.list()).toHaveLength(before);
  });

  it('forgets mails when told', async () => {
    expect((await control(sandbox, 'DELETE', '/mails')).status).toBe(204);
    expect((await control(sandbox, 'GET', '/mails')).body).toEqual({ mails: [] });
  });
});
