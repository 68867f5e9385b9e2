import { ConfigError, readConfig } from './config';
import { sandboxFixture } from './testing/sandbox-fixture';

describe('readConfig', () => {
  it('has a default for everything, also when variables are empty', () => {
    const defaults = {
      port: 4010,
      smtpPort: 4025,
      venueBaseUrl: 'http://127.0.0.1:1337',
      secrets: ['sandbox-secret'],
      secretIsDefault: true,
      stateFile: null,
    };
    expect(readConfig({})).toEqual(defaults);
    expect(readConfig({ SANDBOX_PORT: '', ONEFIT_SECRET: ' , ', VENUE_BASE_URL: '' })).toEqual(
      defaults,
    );
  });

  it('reads several secrets and strips the slash of the address', () => {
    const config = readConfig({ ONEFIT_SECRET: 'new, old', VENUE_BASE_URL: 'http://venue.test/' });
    expect(config.secrets).toEqual(['new', 'old']);
    expect(config.secretIsDefault).toBe(false);
    expect(config.venueBaseUrl).toBe('http://venue.test');
  });

  it.each([
    ['SANDBOX_PORT', 'abc'],
    ['SANDBOX_PORT', '65536'],
    ['SANDBOX_SMTP_PORT', '-1'],
    ['VENUE_BASE_URL', 'venue.test'],
    ['VENUE_BASE_URL', 'ftp://venue.test'],
  ])('names %s when it is %s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });
});

describe('a taken port', () => {
  it('names the variable to change, for HTTP and for mail', async () => {
    const first = await sandboxFixture();
    const port = Number(new URL(first.url).port);
    await expect(sandboxFixture({ port })).rejects.toThrow(/Set SANDBOX_PORT/);
    await expect(sandboxFixture({ smtpPort: first.smtpPort })).rejects.toThrow(
      /Set SANDBOX_SMTP_PORT/,
    );
    await first.stop();
  });
});
