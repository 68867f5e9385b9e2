import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

/** An answer of the partner API, with as much of its request as the document speaks of. */
export interface Exchange {
  method: string;
  /** the full path as sent; a query may follow */
  path: string;
  status: number;
  headers: Headers;
  body: string;
}

/** Gives what an answer does that the document does not say; empty = nothing. */
export type AnswerCheck = (exchange: Exchange) => string[];

interface MediaType {
  examples?: Record<string, unknown>;
}

interface Answer {
  content?: Record<string, MediaType>;
  headers?: Record<string, unknown>;
}

interface Operation {
  operationId: string;
  responses: Record<string, Answer>;
}

/** As much of an OpenAPI document as is read here. */
export interface OpenApiDocument {
  servers: Array<{ url: string }>;
  paths: Record<string, Record<string, Operation>>;
}

const DOCUMENT = 'openapi';
const PROBLEM = 'application/problem+json';
const PROBLEM_SCHEMA = '/components/schemas/Problem';

/** Given before the address is looked at, so that no operation needs to name them. */
const BEFORE_ROUTING = [401, 413, 429, 503];

function pointer(...steps: string[]): string {
  return steps
    .map((step) => `/${encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
    .join('');
}

function fits(template: string, path: string): boolean {
  const [expected, given] = [template.split('/'), path.split('/')];
  return (
    expected.length === given.length &&
    expected.every((step, index) => /^\{\w+\}$/.test(step) || step === given[index])
  );
}

function mediaType(headers: Headers): string | null {
  return headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? null;
}

function parsed(text: string): { json: unknown } | null {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Headers are text; a schema that asks for a number means the number written there. */
function headerValue(text: string): unknown {
  return /^\d+$/.test(text) ? Number(text) : text;
}

/**
 * Reads the document once and gives the check of answers against it: the status is one that the
 * operation names, the type is right, body and headers match, and a refusal's code is one of that
 * status. An address or method that the document does not have gets 404 or 405 with `Allow`.
 */
export function createAnswerCheck(document: OpenApiDocument): AnswerCheck {
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateSchema: false });
  addFormats(ajv);
  ajv.addSchema(document, DOCUMENT);
  const basePath = new URL(document.servers[0]?.url ?? '').pathname;

  function mismatch(at: string, value: unknown, what: string): string[] {
    const validate = ajv.getSchema(`${DOCUMENT}#${at}`);
    if (!validate) return [`the document has no schema at ${at}`];
    if (validate(value)) return [];
    return [`${what} does not match ${at}: ${ajv.errorsText(validate.errors)}`];
  }

  function bodyFaults(
    { headers, body, status }: Exchange,
    content: Record<string, MediaType>,
    schemaAt: (type: string) => string,
  ): string[] {
    const type = mediaType(headers);
    if (type === null || !(type in content)) return [`content type ${type} is not documented`];
    const read = parsed(body);
    if (!read) return ['the body is no JSON'];
    const faults = mismatch(schemaAt(type), read.json, 'the body');
    if (type !== PROBLEM || faults.length > 0) return faults;
    const problem = read.json as { status: number; code: string };
    if (problem.status !== status) faults.push(`the body says status ${problem.status}`);
    const { examples } = content[type] ?? {};
    if (examples && !(problem.code in examples)) {
      faults.push(`code ${problem.code} is not documented for this status`);
    }
    return faults;
  }

  function headerFaults({ headers }: Exchange, answer: Answer): string[] {
    return Object.keys(answer.headers ?? {}).flatMap((name) => {
      const value = headers.get(name);
      const at = pointer('components', 'headers', name, 'schema');
      return value === null ? [] : mismatch(at, headerValue(value), `header ${name}`);
    });
  }

  function documentedFaults(exchange: Exchange, path: string, method: string): string[] {
    const operation = document.paths[path]?.[method];
    const answer = operation?.responses[exchange.status];
    if (!operation || !answer) {
      return [`status ${exchange.status} is not documented for ${operation?.operationId}`];
    }
    const faults = headerFaults(exchange, answer);
    if (exchange.method === 'HEAD') return faults;
    if (!answer.content) return exchange.body === '' ? faults : [...faults, 'a body is there'];
    const status = String(exchange.status);
    const schemaAt = (type: string) =>
      pointer('paths', path, method, 'responses', status, 'content', type, 'schema');
    return [...faults, ...bodyFaults(exchange, answer.content, schemaAt)];
  }

  function undocumentedFaults(exchange: Exchange, methods: string[]): string[] {
    const { status, headers, method } = exchange;
    const faults =
      method === 'HEAD' ? [] : bodyFaults(exchange, { [PROBLEM]: {} }, () => PROBLEM_SCHEMA);
    const expected = methods.length === 0 ? 404 : 405;
    if (![...BEFORE_ROUTING, expected].includes(status)) {
      faults.push(`status ${status} where the document has no such call`);
    }
    const allow = headers.get('allow')?.split(/, */).sort().join(' ') ?? '';
    if (status === 405 && allow !== methods.sort().join(' ')) {
      faults.push(`Allow names "${allow}" in place of "${methods.join(' ')}"`);
    }
    return faults;
  }

  return (exchange) => {
    const [fullPath = ''] = exchange.path.split('?');
    const path = fullPath.slice(basePath.length);
    const templates = Object.keys(document.paths).filter((template) => fits(template, path));
    const method = exchange.method.toLowerCase();
    const documented = templates.find((template) => document.paths[template]?.[method]);
    const faults = documented
      ? documentedFaults(exchange, documented, method)
      : undocumentedFaults(
          exchange,
          templates.flatMap((template) =>
            Object.keys(document.paths[template] ?? {}).map((name) => name.toUpperCase()),
          ),
        );
    return faults.map((fault) => `${exchange.method} ${exchange.path}: ${fault}`);
  };
}

/**
 * The check by the document that a running venue serves itself.
 *
 * @throws Error when it serves none
 */
export async function answerCheckOf(url: string): Promise<AnswerCheck> {
  const response = await fetch(`${url}/api/onefit-aggregator/v1/openapi.json`);
  if (!response.ok) throw new Error(`The venue answered ${response.status} for its document.`);
  return createAnswerCheck((await response.json()) as OpenApiDocument);
}
