import { sayRaw } from '../support/raw-socket';
import type { Said } from '../support/raw-socket';
import { CLOSE, written } from '../support/written-request';
import { linkedSuite } from '../support/linked-suite';
import { signedBookings } from '../support/signed-bookings';
import { dumpDifference, dumpTables, writingNothing } from '../support/table-dump';

const NOW = new Date('2026-12-01T12:00:00Z');

const suite = linkedSuite(NOW);
const { request, booking } = signedBookings(suite);

describe('headers that come twice', () => {
  const WRONG = 'A'.repeat(43) + '=';

  async function saidTo(lines: string[]): Promise<number[]> {
    return (await sayRaw(suite.venue.url, written(booking(), [...lines, CLOSE]))).statuses;
  }

  it.each([
    ['another signature', () => [`X-Signature: ${WRONG}`]],
    ['the same signature', () => [`X-Signature: ${booking().headers['X-Signature'] ?? ''}`]],
    ['another time', () => ['X-Timestamp: 2026-12-01T12:00:01Z']],
    ['the same time', () => ['X-Timestamp: 2026-12-01T12:00:00Z']],
    ['a time in small letters', () => ['x-timestamp: 2026-12-01T12:00:00Z']],
  ])('let nobody in with %s beside', async (_what, lines) => {
    await writingNothing(suite.venue.strapi, async () => {
      expect(await saidTo(lines())).toEqual([401]);
    });
  });

  it('are of no matter where nothing depends on them', async () => {
    const { statuses, text } = await sayRaw(
      suite.venue.url,
      written(booking(), ['Host: elsewhere.example', 'X-Forwarded-Host: else.example', CLOSE]),
    );
    expect([[201], [400]]).toContainEqual(statuses);
    expect(text).not.toMatch(/else(?:where)?\.example/);
  });
});

describe('a request whose end can be read in two ways', () => {
  /** A request that a proxy may take for a part of the body of the one before. */
  function hidden(): string {
    return written(booking('hidden', 'm-hidden'), [CLOSE]);
  }

  /** Says all this to the venue; whatever is answered, nothing may come of what was hidden. */
  async function smuggled(outer: string): Promise<Said> {
    const before = await dumpTables(suite.venue.strapi);
    const said = await sayRaw(suite.venue.url, outer);
    expect(dumpDifference(before, await dumpTables(suite.venue.strapi))).toEqual([]);
    return said;
  }

  const FRAMINGS: Array<[string, (length: number) => string[]]> = [
    [
      'a length and chunks',
      (length) => [`Content-Length: ${length}`, 'Transfer-Encoding: chunked'],
    ],
    [
      'chunks and a length',
      (length) => ['Transfer-Encoding: chunked', `Content-Length: ${length}`],
    ],
    ['two lengths', (length) => ['Content-Length: 0', `Content-Length: ${length}`]],
    ['two lengths in one', (length) => [`Content-Length: 0, ${length}`]],
    ['a length with a sign', (length) => [`Content-Length: +${length}`]],
    ['a length in hexadecimal', (length) => [`Content-Length: 0x${length.toString(16)}`]],
    ['a length below nothing', () => ['Content-Length: -1']],
    ['a length with a blank before the colon', (length) => [`Content-Length : ${length}`]],
    ['chunks by another name', () => ['Transfer-Encoding: xchunked']],
    ['chunks that are not the last', () => ['Transfer-Encoding: chunked, identity']],
    ['chunks with a blank before the colon', () => ['Transfer-Encoding : chunked']],
    ['chunks after a tab of their own kind', () => ['Transfer-Encoding:\u000bchunked']],
    [
      'a folded line that names chunks',
      (length) => [`Content-Length: ${length}`, ' , x', 'Transfer-Encoding:', ' chunked'],
    ],
    [
      'a line feed alone',
      (length) => [`X-Odd: a\nTransfer-Encoding: chunked`, `Content-Length: ${length}`],
    ],
    [
      'a carriage return alone',
      (length) => [`X-Odd: a\rTransfer-Encoding: chunked`, `Content-Length: ${length}`],
    ],
    ['a name with a blank', (length) => [`Content Length: 0`, `Content-Length: ${length}`]],
    ['a NUL', (length) => [`X-Odd: a\u0000b`, `Content-Length: ${length}`]],
  ];

  it.each(FRAMINGS)('is refused: %s', async (_what, framing) => {
    const outer = request('DELETE', `/venues/${suite.linked.uuid}/link`);
    const body = `0\r\n\r\n${hidden()}`;
    const { statuses } = await smuggled(written({ ...outer, body }, [], framing(body.length)));
    expect(statuses).toEqual([400]);
  });

  it.each([
    ['below nothing', '-1'],
    ['with a sign', '+5'],
    ['beyond all numbers', 'fffffffffffffffff1'],
    ['that is none', 'x'],
    ['in hexadecimal twice', '0x5'],
  ])('is refused: a chunk of a size %s', async (_what, size) => {
    const outer = { ...booking(), body: `${size}\r\nabcde\r\n0\r\n\r\n${hidden()}` };
    const { statuses } = await smuggled(written(outer, [], ['Transfer-Encoding: chunked']));
    expect(statuses).toEqual([400]);
  });

  it('is signed up to its end by length: what is hidden in it counts as its body', async () => {
    const outer = { ...booking(), body: hidden() };
    const { statuses } = await smuggled(written(outer, [CLOSE]));
    expect(statuses).toEqual([401]);
  });
});
