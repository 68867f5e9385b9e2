import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const FILE = '.tmp/demo-secrets.json';

/** The demo's password and shared secret: made on its first run, kept beside its data. */
export function keptSecrets() {
  if (!existsSync(FILE)) {
    mkdirSync('.tmp', { recursive: true });
    const secrets = {
      // Strapi asks for a lower and an upper case letter and a digit.
      password: `Demo-${randomBytes(6).toString('hex')}1`,
      onefitSecret: randomBytes(24).toString('base64url'),
    };
    writeFileSync(FILE, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(FILE, 'utf8'));
}
