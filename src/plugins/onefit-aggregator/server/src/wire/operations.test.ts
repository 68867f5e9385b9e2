import { parseRequest, refusalsOf, routePath } from './operation';
import { operationList, operations } from './operations';
import { Problem, problemCodes, problemKind } from './problems';

const venueId = '3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11';
const booking = {
  sessionId: 's-1',
  member: { id: 'm-1', firstName: 'Zoë', lastName: 'Member' },
};

function pathsOfErrors(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof Problem) return (error.errors ?? []).map(({ path }) => path);
    throw error;
  }
  return [];
}

describe('the table of operations', () => {
  it('holds the calls of the contract, each with its good answers', () => {
    const calls = operationList.map(
      ({ method, path, answers }) =>
        `${method} ${path}: ${answers.map(({ status }) => status).join(', ')}`,
    );
    expect(calls.sort()).toEqual(
      [
        'GET /health: 200',
        'GET /openapi.json: 200',
        'GET /venues/{venueId}: 200',
        'PUT /venues/{venueId}/link: 200',
        'DELETE /venues/{venueId}/link: 204',
        'GET /venues/{venueId}/sessions: 200',
        'GET /venues/{venueId}/sessions/{sessionId}: 200',
        'PUT /venues/{venueId}/bookings/{bookingId}: 200, 201',
        'GET /venues/{venueId}/bookings/{bookingId}: 200',
        'GET /venues/{venueId}/bookings: 200',
        'POST /venues/{venueId}/bookings/{bookingId}/cancel: 200, 202',
        'POST /venues/{venueId}/bookings/{bookingId}/check-in: 200',
      ].sort(),
    );
  });

  it('names each operation by its id', () => {
    for (const [name, { operationId }] of Object.entries(operations)) {
      expect(operationId).toBe(name);
    }
  });

  it.each(operationList)('$operationId reads the parameters its path has', (operation) => {
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(operation.params.shape)).toEqual(inPath);
  });

  it('asks for a signature everywhere but for health and the document', () => {
    const open = operationList.filter(({ signed }) => !signed).map(({ path }) => path);
    expect(open).toEqual(['/health', '/openapi.json']);
  });

  it('can answer every code but the one that stands for no operation', () => {
    const used = new Set(operationList.flatMap(refusalsOf));
    expect(problemCodes.filter((code) => !used.has(code))).toEqual(['method_not_allowed']);
  });

  it('gives the refusals of each call by rising status', () => {
    for (const operation of operationList) {
      const statuses = refusalsOf(operation).map((code) => problemKind(code).status);
      expect(statuses).toEqual([...statuses].sort((a, b) => a - b));
    }
  });

  it('gives a path as routers write it', () => {
    expect(routePath(operations.cancelBooking)).toBe('/venues/:venueId/bookings/:bookingId/cancel');
    expect(routePath(operations.getHealth)).toBe('/health');
  });
});

describe('parseRequest', () => {
  const params = { venueId: venueId.toUpperCase(), bookingId: 'b-1' };

  it('reads path, query and body', () => {
    expect(parseRequest(operations.putBooking, { params, query: {}, body: booking })).toEqual({
      params: { venueId, bookingId: 'b-1' },
      query: {},
      body: booking,
    });
    const { query, body } = parseRequest(operations.listSessions, {
      params: { venueId },
      query: { limit: '5' },
      body: undefined,
    });
    expect(query.limit).toBe(5);
    expect(body).toBeUndefined();
  });

  it.each([
    ['a path that does not fit', { ...params, bookingId: 'b 1' }, {}, booking, ['bookingId']],
    ['a venue that is no UUID', { ...params, venueId: 'here' }, {}, booking, ['venueId']],
    ['an unknown query', params, { dryRun: '1' }, booking, ['dryRun']],
    ['no body', params, {}, undefined, ['']],
    ['an unknown field', params, {}, { ...booking, note: 'x' }, ['note']],
  ])('refuses %s', (_case, path, query, body, faults) => {
    const raw = { params: path, query, body };
    expect(pathsOfErrors(() => parseRequest(operations.putBooking, raw))).toEqual(faults);
  });

  it('lets be what load balancers add to unsigned calls', () => {
    const raw = { params: {}, query: { probe: '1' }, body: undefined };
    expect(pathsOfErrors(() => parseRequest(operations.getHealth, raw))).toEqual([]);
  });
});
