/**
 * Makes `.env` from `.env.example` when there is none, with secrets of its own. Secrets are made
 * once, on the machine that uses them, and are never committed.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const SECRETS = ['ADMIN_JWT_SECRET', 'API_TOKEN_SALT', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY'];

const secret = () => randomBytes(32).toString('base64url');

export function ensureEnvironment() {
  if (existsSync('.env')) return;
  let text = readFileSync('.env.example', 'utf8');
  const fill = (name, value) => {
    text = text.replace(new RegExp(`^${name}=.*$`, 'm'), `${name}=${value}`);
  };
  fill('APP_KEYS', `${secret()},${secret()}`);
  for (const name of SECRETS) fill(name, secret());
  writeFileSync('.env', text, { mode: 0o600, flag: 'wx' });
  console.log('Made .env with new secrets. Keep it: sessions and tokens depend on it.');
}
