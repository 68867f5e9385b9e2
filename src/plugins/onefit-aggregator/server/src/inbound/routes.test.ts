import { BASE_PATH, operationList } from '../wire/operations';
import { Problem } from '../wire/problems';
import { isPartnerPath, isUnsigned, matchRoute } from './routes';

const VENUE = '3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11';

function problemOf(method: string, path: string): Problem {
  try {
    matchRoute(method, path);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error(`${method} ${path} has a route.`);
}

describe('the partner API’s paths', () => {
  it('are those below its base, and no others', () => {
    expect(isPartnerPath(BASE_PATH)).toBe(true);
    expect(isPartnerPath(`${BASE_PATH}/health`)).toBe(true);
    expect(isPartnerPath(`${BASE_PATH}1/health`)).toBe(false);
    expect(isPartnerPath('/api/onefit-aggregator')).toBe(false);
    expect(isPartnerPath('/admin')).toBe(false);
  });
});

describe('finding the operation', () => {
  it.each(operationList.map((operation) => [operation.method, operation.path, operation] as const))(
    '%s %s',
    (method, path, operation) => {
      const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => `the-${name}`);
      const match = matchRoute(method, `${BASE_PATH}${filled}`);
      expect(match.operation).toBe(operation);
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      expect(match.params).toEqual(Object.fromEntries(names.map((name) => [name, `the-${name}`])));
    },
  );

  it('decodes parameters, once', () => {
    const { params } = matchRoute('GET', `${BASE_PATH}/venues/${VENUE}/sessions/a%2Fb%2525`);
    expect(params).toEqual({ venueId: VENUE, sessionId: 'a/b%25' });
  });

  it('answers not_found for what cannot be decoded', () => {
    expect(problemOf('GET', `${BASE_PATH}/venues/%E0%A4%A`).code).toBe('not_found');
  });

  it.each(['', '/', '/venues', '/venues/x/', '/venues/x/sessions/y/z', '/Health', '/health/'])(
    'answers not_found for "%s"',
    (path) => {
      expect(problemOf('GET', `${BASE_PATH}${path}`).code).toBe('not_found');
    },
  );

  it('says which methods a path takes', () => {
    const problem = problemOf('PATCH', `${BASE_PATH}/venues/${VENUE}/link`);
    expect(problem.code).toBe('method_not_allowed');
    expect([...(problem.allow ?? [])].sort()).toEqual(['DELETE', 'PUT']);
  });
});

describe('requests without a signature', () => {
  it('are the two that the contract names, and no variation of them', () => {
    const unsigned = operationList
      .filter(({ method, path }) => isUnsigned(method, `${BASE_PATH}${path}`))
      .map(({ method, path }) => `${method} ${path}`);
    expect(unsigned.sort()).toEqual(['GET /health', 'GET /openapi.json']);
    expect(isUnsigned('POST', `${BASE_PATH}/health`)).toBe(false);
    expect(isUnsigned('GET', `${BASE_PATH}/health/`)).toBe(false);
    expect(isUnsigned('GET', `${BASE_PATH}/venues/${VENUE}`)).toBe(false);
  });
});
