/** The settings of the sandbox, read once from the environment. */
export interface SandboxConfig {
  /** 0 = any free port. */
  port: number;
  smtpPort: number;
  /** Where the venue listens, without a slash at the end. */
  venueBaseUrl: string;
  /** The first signs, any of them verifies. */
  secrets: string[];
  /** True when ONEFIT_SECRET was not set and the published default is used. */
  secretIsDefault: boolean;
  /** Where the state is kept over a restart; null = in memory only. */
  stateFile: string | null;
}

/** A setting that cannot be used; the message says which, and what to do. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

export const DEFAULT_SECRET = 'sandbox-secret';

/**
 * Reads the settings. An empty variable counts as unset.
 * @throws ConfigError when a value cannot be used.
 */
export function readConfig(env: Environment): SandboxConfig {
  const secrets = (env['ONEFIT_SECRET'] ?? '')
    .split(',')
    .map((secret) => secret.trim())
    .filter((secret) => secret !== '');
  return {
    port: readPort(env, 'SANDBOX_PORT', 4010),
    smtpPort: readPort(env, 'SANDBOX_SMTP_PORT', 4025),
    venueBaseUrl: readBaseUrl(given(env, 'VENUE_BASE_URL') ?? 'http://127.0.0.1:1337'),
    secrets: secrets.length > 0 ? secrets : [DEFAULT_SECRET],
    secretIsDefault: secrets.length === 0,
    stateFile: given(env, 'SANDBOX_STATE_FILE'),
  };
}

/** An empty variable is how some shells and files spell an unset one. */
function given(env: Environment, name: string): string | null {
  const text = env[name];
  return text === undefined || text === '' ? null : text;
}

function readPort(env: Environment, name: string, fallback: number): number {
  const text = given(env, name);
  if (text === null) return fallback;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new ConfigError(`${name} must be a port from 0 to 65535 (0 = any free one): ${text}`);
  }
  return port;
}

/**
 * Reads the address of a venue; gives it without a slash at the end.
 * @throws ConfigError when it is no http or https address.
 */
export function readBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new ConfigError(
      `VENUE_BASE_URL must be an http or https address such as http://127.0.0.1:1337: ${text}`,
    );
  }
  return url.href.replace(/\/+$/, '');
}
