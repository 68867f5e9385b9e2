import type { Operation } from '../wire/operation';
import { BASE_PATH, operations } from '../wire/operations';
import type { OperationId } from '../wire/operations';
import { Problem } from '../wire/problems';

interface Route {
  id: OperationId;
  operation: Operation;
  segments: string[];
}

/** An operation, and the parts of the path that it names. */
export interface Match {
  id: OperationId;
  operation: Operation;
  params: Record<string, string>;
}

const PARAMETER = /^\{(\w+)\}$/;

const ROUTES: Route[] = (Object.entries(operations) as Array<[OperationId, Operation]>).map(
  ([id, operation]) => ({ id, operation, segments: operation.path.split('/') }),
);

/** Whether a path belongs to the partner API at all. */
export function isPartnerPath(path: string): boolean {
  return path === BASE_PATH || path.startsWith(`${BASE_PATH}/`);
}

function decodeOrNull(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

function decoded(segment: string): string {
  const text = decodeOrNull(segment);
  if (text === null) throw new Problem('not_found');
  return text;
}

function paramsOf(route: Route, segments: string[]): Record<string, string> | null {
  if (route.segments.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, pattern] of route.segments.entries()) {
    const segment = segments[index] ?? '';
    const name = PARAMETER.exec(pattern)?.[1];
    if (name) params[name] = decoded(segment);
    else if (pattern !== segment) return null;
  }
  return params;
}

/** The venue that a path speaks of, whatever else is the matter with it; undefined for none. */
export function venueIdOf(path: string): string | undefined {
  const [, collection, venueId] = path.slice(BASE_PATH.length).split('/');
  if (collection !== 'venues' || venueId === undefined) return undefined;
  return decodeOrNull(venueId) ?? undefined;
}

/**
 * Finds the operation of a method and path.
 *
 * @throws Problem `not_found`, or `method_not_allowed` with the methods that the path takes
 */
export function matchRoute(method: string, path: string): Match {
  const segments = path.slice(BASE_PATH.length).split('/');
  const allow: string[] = [];
  for (const route of ROUTES) {
    const params = paramsOf(route, segments);
    if (!params) continue;
    if (route.operation.method === method) {
      return { id: route.id, operation: route.operation, params };
    }
    allow.push(route.operation.method);
  }
  throw allow.length === 0
    ? new Problem('not_found')
    : new Problem('method_not_allowed', { allow });
}

/** The operation of a method and path; null where there is none. */
export function operationAt(method: string, path: string): OperationId | null {
  try {
    return matchRoute(method, path).id;
  } catch {
    return null;
  }
}

/** Whether a request may come without a signature. */
export function isUnsigned(method: string, path: string): boolean {
  const rest = path.slice(BASE_PATH.length);
  return ROUTES.some(
    ({ operation }) => !operation.signed && operation.method === method && operation.path === rest,
  );
}
