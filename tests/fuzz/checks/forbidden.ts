import Ajv2020 from 'ajv/dist/2020';
import type { ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { basePathOf, callsOf } from '../requests/document';
import type { Call, Json, Parameter, RequestDocument } from '../requests/document';
import type { Recipe } from '../requests/recipe';

interface CheckedCall extends Call {
  segments: string[];
  /** of each parameter, by its place and name */
  validates: Map<string, ValidateFunction>;
  validatesBody: ValidateFunction | null;
}

const NAME = /^\{(\w+)\}$/;

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function parsed(body: Buffer): { json: Json } | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    return { json: JSON.parse(text) as Json };
  } catch {
    return null;
  }
}

/** A parameter is text; where a whole number is asked for, it is the number written there. */
function valueOf({ schema }: Parameter, text: string): string | number {
  return schema.type === 'integer' && /^\d{1,9}$/.test(text) ? Number(text) : text;
}

function matching(calls: CheckedCall[], method: string, path: string): CheckedCall | undefined {
  const given = path.split('/');
  return calls.find(
    (call) =>
      call.method === method &&
      call.segments.length === given.length &&
      call.segments.every((step, index) => NAME.test(step) || step === given[index]),
  );
}

/**
 * Reads the document once and gives the judge of requests: whether the document forbids a request,
 * by its address, its query or its body. It shares nothing with the schemas of the venue itself.
 */
export function createForbidden(document: RequestDocument): (recipe: Recipe) => boolean {
  const ajv = new Ajv2020({ strict: false, validateSchema: false });
  addFormats(ajv);
  ajv.addSchema(document, 'openapi');
  const basePath = basePathOf(document);
  const calls = callsOf(document).map((call): CheckedCall => {
    const { parameters, path, body } = call;
    const validates = parameters.map((parameter) => {
      return [`${parameter.in} ${parameter.name}`, ajv.compile(parameter.schema)] as const;
    });
    const reference = body?.$ref === undefined ? body : { $ref: `openapi${body.$ref}` };
    return {
      ...call,
      segments: path.split('/'),
      validates: new Map(validates),
      validatesBody: reference && ajv.compile(reference),
    };
  });

  function fits(call: CheckedCall, place: Parameter['in'], name: string, text: string | null) {
    const parameter = call.parameters.find((one) => one.in === place && one.name === name);
    if (!parameter || text === null) return false;
    return call.validates.get(`${place} ${name}`)?.(valueOf(parameter, text)) === true;
  }

  function pathFits(call: CheckedCall, path: string): boolean {
    const given = path.split('/');
    return call.segments.every((step, index) => {
      const name = NAME.exec(step)?.[1];
      return name === undefined || fits(call, 'path', name, decoded(given[index] ?? ''));
    });
  }

  function queryFits(call: CheckedCall, query: string): boolean {
    const entries = [...new URLSearchParams(query)];
    const names = new Set(entries.map(([name]) => name));
    return (
      names.size === entries.length &&
      entries.every(([name, text]) => fits(call, 'query', name, text))
    );
  }

  function bodyFits({ validatesBody }: CheckedCall, body: Buffer): boolean {
    if (!validatesBody) return true;
    const read = parsed(body);
    return read !== null && validatesBody(read.json);
  }

  return ({ method, target, body }) => {
    const [fullPath = '', ...rest] = target.split('?');
    if (!fullPath.startsWith(basePath)) return false;
    const path = fullPath.slice(basePath.length);
    const call = matching(calls, method, path);
    if (!call) return true;
    // What browsers and load balancers add to an unsigned call is let be.
    if (!call.isSigned) return false;
    return !(pathFits(call, path) && queryFits(call, rest.join('?')) && bodyFits(call, body));
  };
}
