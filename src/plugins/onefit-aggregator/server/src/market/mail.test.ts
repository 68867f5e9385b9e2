import { refusalOf } from './mail';

/** An error as nodemailer throws it. */
function mailError(code: string, command?: string, responseCode?: number, said = ''): Error {
  const response = `${responseCode} ${said}`;
  return Object.assign(new Error('not sent'), { code, command, responseCode, response });
}

describe('what the mail server refuses', () => {
  it.each([
    ['an address for good', mailError('EENVELOPE', 'RCPT TO', 550), 'for_good'],
    ['the least of those', mailError('EENVELOPE', 'RCPT TO', 500), 'for_good'],
    ['an address for now', mailError('EENVELOPE', 'RCPT TO', 452), 'for_now'],
    [
      'a mailbox that is not there',
      mailError('EENVELOPE', 'RCPT TO', 550, '5.1.1 User unknown'),
      'for_good',
    ],
    [
      'to relay, until somebody signs in',
      mailError('EENVELOPE', 'RCPT TO', 554, '5.7.1 Relay access denied'),
      'for_now',
    ],
    ['the sender', mailError('EENVELOPE', 'MAIL FROM', 550), null],
    ['an address that it never heard of', mailError('EENVELOPE'), null],
    ['the text', mailError('EMESSAGE', 'DATA', 554), null],
    ['the password', mailError('EAUTH', 'AUTH PLAIN', 535), null],
    ['nothing, since it is away', mailError('ESOCKET', 'CONN'), null],
    ['something that is no error', null, null],
  ])('%s', (_what, error, refusal) => {
    expect(refusalOf(error)).toBe(refusal);
  });
});
