/** What came back. */
export interface Answer {
  status: number;
  headers: Headers;
  body: string;
  /** Whether the connection ends with it. */
  closes: boolean;
}

/** Reads answers from the bytes of one connection. */
export interface AnswerReader {
  /** Takes what came; gives the answer once it is whole, null before. */
  take(bytes: Buffer): Answer | null;
  /** The connection has ended: the answer whose end that was; null for none or half of one. */
  end(): Answer | null;
}

const HEAD_END = '\r\n\r\n';

interface Head {
  status: number;
  headers: Headers;
  bodyAt: number;
}

function headOf(bytes: Buffer): Head | null {
  const end = bytes.indexOf(HEAD_END);
  if (end < 0) return null;
  const [statusLine = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const status = /^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1];
  if (status === undefined) throw new Error(`This is no answer: ${statusLine.slice(0, 80)}`);
  const headers = new Headers();
  for (const line of lines) {
    const colon = line.indexOf(':');
    headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return { status: Number(status), headers, bodyAt: end + HEAD_END.length };
}

/** The bytes of a chunked body from `at` on; null when not all of it has come. */
function unchunked(bytes: Buffer, at: number): Buffer | null {
  const pieces: Buffer[] = [];
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return null;
    const size = parseInt(bytes.subarray(at, lineEnd).toString('latin1'), 16);
    const next = lineEnd + 2 + size + 2;
    if (Number.isNaN(size)) throw new Error('The answer has chunks that are none.');
    if (bytes.length < next) return null;
    if (size === 0) return Buffer.concat(pieces);
    pieces.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = next;
  }
}

/**
 * A reader for the answer to one request.
 *
 * @param method of the request: an answer to HEAD has no body, whatever its headers say
 */
export function createAnswerReader(method: string): AnswerReader {
  let bytes: Buffer = Buffer.alloc(0);

  function answerOf({ status, headers }: Head, body: Buffer, closes: boolean): Answer {
    return { status, headers, body: body.toString('utf8'), closes };
  }

  function bodyOf({ status, headers, bodyAt }: Head): Buffer | null {
    if (method === 'HEAD' || status === 204 || status === 304) return Buffer.alloc(0);
    if (headers.get('transfer-encoding') === 'chunked') return unchunked(bytes, bodyAt);
    const length = headers.get('content-length');
    if (length === null) return null;
    const end = bodyAt + Number(length);
    return bytes.length < end ? null : bytes.subarray(bodyAt, end);
  }

  /** The head of the answer itself, past the interim ones (1xx). */
  function finalHead(): Head | null {
    const head = headOf(bytes);
    if (!head || head.status >= 200) return head;
    bytes = bytes.subarray(head.bodyAt);
    return finalHead();
  }

  return {
    take(more) {
      bytes = bytes.length === 0 ? more : Buffer.concat([bytes, more]);
      const head = finalHead();
      const body = head && bodyOf(head);
      if (!head || !body) return null;
      return answerOf(head, body, head.headers.get('connection') === 'close');
    },
    end() {
      const head = finalHead();
      const isWhole = head !== null && head.headers.get('content-length') === null;
      return isWhole ? answerOf(head, bytes.subarray(head.bodyAt), true) : null;
    },
  };
}
