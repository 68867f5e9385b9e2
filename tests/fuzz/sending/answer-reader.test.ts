import { createAnswerReader } from './answer-reader';
import type { Answer } from './answer-reader';

/** Reads an answer that comes in pieces of `size` bytes. */
function read(text: string, { method = 'GET', size = 7 } = {}): Answer | null {
  const reader = createAnswerReader(method);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) {
    const answer = reader.take(bytes.subarray(at, at + size));
    if (answer) return answer;
  }
  return reader.end();
}

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n';

describe('the reader of answers', () => {
  it.each([1, 2, 5, 1_000])('reads a body of known length in pieces of %i', (size) => {
    const answer = read(`${HEAD}Content-Length: 6\r\n\r\nZoëZo`, { size });
    expect(answer).toMatchObject({ status: 200, body: 'ZoëZo', closes: false });
    expect(answer?.headers.get('content-type')).toBe('text/plain');
  });

  it.each([1, 3, 1_000])('reads chunks in pieces of %i', (size) => {
    const chunks = '3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n';
    const answer = read(`${HEAD}Transfer-Encoding: chunked\r\n\r\n${chunks}`, { size });
    expect(answer?.body).toBe('abc0123456789');
  });

  it('passes over what comes before the answer itself', () => {
    const text = `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n`;
    expect(read(text)).toMatchObject({ status: 204, body: '' });
  });

  it('takes no body where there can be none', () => {
    const head = `${HEAD}Content-Length: 6\r\n\r\n`;
    expect(read(head, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect(read(head)).toBeNull();
  });

  it('takes the end of the connection for the end of a body without a length', () => {
    expect(read('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')).toMatchObject({
      status: 400,
      body: '',
      closes: true,
    });
  });

  it('does not take half an answer for a whole one', () => {
    expect(read(`${HEAD}Content-Length: 60\r\n\r\nabc`)).toBeNull();
    expect(read(HEAD)).toBeNull();
    expect(() => read('nonsense\r\n\r\n')).toThrow('no answer');
  });
});
