import { contentManager } from './staff';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The first administrator of a venue that runs as a process of its own, at work in the panel. */
export interface Panel {
  /** the administrator's token, which holds for half an hour */
  readonly token: string;
  /** Signs in again; gives the new token, which the other calls use from then on. */
  renew(): Promise<string>;
  /**
   * Calls a route of the panel and gives its answer's JSON.
   *
   * @throws Error with what was answered, when that is no 2xx
   */
  call(method: Method, path: string, body?: object): Promise<unknown>;
  /** Makes a document of a type, such as `venue`, in the content manager. */
  make(type: string, fields: object): Promise<MadeDocument>;
}

export type MadeDocument = Record<string, string> & { documentId: string };

const ADMINISTRATOR = {
  email: 'first@venue.example',
  firstname: 'First',
  lastname: 'Administrator',
  password: 'First-password-1',
};

async function answered(url: string, path: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(`${url}${path}`, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${init.method} ${path} gave ${response.status}: ${text}`);
  return text === '' ? null : (JSON.parse(text) as unknown);
}

function asJson(method: Method, body: object | undefined, headers: Record<string, string> = {}) {
  if (body === undefined) return { method, headers };
  const type = { 'Content-Type': 'application/json' };
  return { method, headers: { ...headers, ...type }, body: JSON.stringify(body) };
}

function tokenIn(answer: unknown): string {
  return (answer as { data: { token: string } }).data.token;
}

/** Registers the first administrator, as the panel's first screen does. */
export async function openPanel(url: string): Promise<Panel> {
  const registered = await answered(url, '/admin/register-admin', asJson('POST', ADMINISTRATOR));
  let token = tokenIn(registered);
  const call: Panel['call'] = (method, path, body) =>
    answered(url, path, asJson(method, body, { Authorization: `Bearer ${token}` }));
  return {
    get token() {
      return token;
    },
    async renew() {
      const { email, password } = ADMINISTRATOR;
      token = tokenIn(await answered(url, '/admin/login', asJson('POST', { email, password })));
      return token;
    },
    call,
    async make(type, fields) {
      const made = await call('POST', contentManager(type), fields);
      return (made as { data: MadeDocument }).data;
    },
  };
}
