import { refusalOf } from './mail';

/** An error as nodemailer throws it. */
function mailError(code: string, command?: string, responseCode?: number): Error {
  return Object.assign(new Error('not sent'), { code, command, responseCode });
}

describe('what the mail server refuses', () => {
  it.each([
    ['an address for good', mailError('EENVELOPE', 'RCPT TO', 550), 'for_good'],
    ['the least of those', mailError('EENVELOPE', 'RCPT TO', 500), 'for_good'],
    ['an address for now', mailError('EENVELOPE', 'RCPT TO', 452), 'for_now'],
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
