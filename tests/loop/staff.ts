/** A document as the content manager answers it. */
export type Doc = Record<string, unknown> & { documentId: string };

/** An answer that is no 2xx, with the code that the venue gives for it. */
export class StaffRefused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** A person at the admin panel: the same calls over HTTP that the panel makes. */
export interface Staff {
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body?: object): Promise<Answer>;
  delete(path: string): Promise<void>;
  /** Makes an entry in the content manager. */
  create<Type = Doc>(type: string, data: object): Promise<Type>;
  /** Saves an entry in the content manager. */
  save(type: string, documentId: string, data: object): Promise<void>;
  /** All entries of a type with these values, relations included. */
  find<Type = Doc>(type: string, values?: Record<string, string>): Promise<Type[]>;
}

interface Envelope {
  error?: { message?: string; details?: { code?: string } };
}

/** The content manager's address of a type, as the panel calls it. */
export function entries(type: string, documentId = ''): string {
  const uid = `api::${type}.${type}`;
  return `/content-manager/collection-types/${uid}${documentId && `/${documentId}`}`;
}

async function call<Answer>(
  url: string,
  method: string,
  token: string | null,
  body: object | undefined,
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? null : JSON.parse(text);
  if (response.ok) return answer as Answer;
  const { error } = answer as Envelope;
  const said = `${method} ${new URL(url).pathname}: ${response.status} ${error?.message ?? text}`;
  throw new StaffRefused(response.status, error?.details?.code ?? '', said);
}

/** Registers the venue's first administrator, as the panel does on its first visit. */
export async function registerAdministrator(
  url: string,
  person: { email: string; password: string },
): Promise<void> {
  const named = { ...person, firstname: 'Studio', lastname: 'Staff' };
  await call(`${url}/admin/register-admin`, 'POST', null, named);
}

/** What a sign-in gives ends after half an hour, and the panel takes few sign-ins a minute. */
const SIGNED_IN_MS = 10 * 60_000;

/** Signs an administrator in, and again whenever that has lasted for long. */
export async function signIn(
  url: string,
  person: { email: string; password: string },
): Promise<Staff> {
  const login = async () => {
    const signedIn = call<{ data: { token: string } }>(`${url}/admin/login`, 'POST', null, person);
    return (await signedIn).data.token;
  };
  let token = login();
  let since = performance.now();
  await token;
  return staffOf(url, () => {
    if (performance.now() - since > SIGNED_IN_MS) {
      token = login();
      since = performance.now();
    }
    return token;
  });
}

/** Somebody who is signed in already. */
export function staffWith(url: string, token: string): Staff {
  return staffOf(url, async () => token);
}

function staffOf(url: string, token: () => Promise<string>): Staff {
  const request = async <Answer>(method: string, path: string, body?: object) =>
    call<Answer>(`${url}${path}`, method, await token(), body);
  return {
    get: (path) => request('GET', path),
    post: (path, body = {}) => request('POST', path, body),
    delete: (path) => request('DELETE', path),
    async create<Type>(type: string, data: object) {
      return (await request<{ data: Type }>('POST', entries(type), data)).data;
    },
    async save(type, documentId, data) {
      await request('PUT', entries(type, documentId), data);
    },
    async find<Type>(type: string, values: Record<string, string> = {}) {
      const query = new URLSearchParams({ pageSize: '100' });
      for (const [field, value] of Object.entries(values)) {
        query.set(`filters[$and][0][${field}][$eq]`, value);
      }
      const page = await request<{ results: Type[] }>('GET', `${entries(type)}?${query}`);
      return page.results;
    },
  };
}

/** Gives the refusal of a call that must be refused. @throws Error when it is carried out */
export async function refusalOf(calling: Promise<unknown>): Promise<StaffRefused> {
  try {
    await calling;
  } catch (error) {
    if (error instanceof StaffRefused) return error;
    throw error;
  }
  throw new Error('The call was carried out, and should have been refused.');
}
