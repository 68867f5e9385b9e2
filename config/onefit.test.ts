import type { Core } from '@strapi/strapi';
import { onefitSettings, OnefitSettingsError } from './onefit';

function settingsOf(variables: Record<string, string>) {
  const env = (name: string, otherwise: string) => variables[name] ?? otherwise;
  return onefitSettings(env as Core.Config.Shared.ConfigParams['env']);
}

describe('the settings of Onefit', () => {
  it('are empty when nothing is set: nothing is sent, nothing is taken', () => {
    expect(settingsOf({})).toMatchObject({ baseUrl: '', secrets: [], redisUrl: '' });
    expect(settingsOf({ ONEFIT_BASE_URL: ' ', ONEFIT_SECRET: ' , ' })).toMatchObject({
      baseUrl: '',
      secrets: [],
    });
  });

  it('take 6,000 requests a minute unless another number is given', () => {
    expect(settingsOf({}).rateLimit).toBe(6000);
    expect(settingsOf({ ONEFIT_RATE_LIMIT: '' }).rateLimit).toBe(6000);
    expect(settingsOf({ ONEFIT_RATE_LIMIT: ' 120 ' }).rateLimit).toBe(120);
  });

  it.each(['0', '-1', '1.5', 'many', 'Infinity', '1e999'])('refuse a limit of %s', (limit) => {
    expect(() => settingsOf({ ONEFIT_RATE_LIMIT: limit })).toThrow(OnefitSettingsError);
  });

  it.each([
    ['https://api.onefit.example', 'https://api.onefit.example'],
    ['http://127.0.0.1:4010/', 'http://127.0.0.1:4010'],
    [' https://onefit.example/partner// ', 'https://onefit.example/partner'],
  ])('take the address %s', (given, kept) => {
    expect(settingsOf({ ONEFIT_BASE_URL: given }).baseUrl).toBe(kept);
  });

  it.each([
    'onefit.example',
    'ftp://onefit.example',
    'file:///etc/passwd',
    'https://user:password@onefit.example',
    'https://onefit.example?key=1',
    'https://',
  ])('refuse the address %s, and say what to write', (address) => {
    const read = () => settingsOf({ ONEFIT_BASE_URL: address });
    expect(read).toThrow(OnefitSettingsError);
    expect(read).toThrow(/ONEFIT_BASE_URL must be an http\(s\) address/);
  });

  it.each(['', '  '])('have no metrics where the token is "%s"', (token) => {
    expect(settingsOf({ METRICS_TOKEN: token }).metricsToken).toBe('');
  });

  it('take a token for the metrics, and refuse one that is easily guessed or cannot be sent', () => {
    expect(settingsOf({ METRICS_TOKEN: ' 0123456789abcdef ' }).metricsToken).toBe(
      '0123456789abcdef',
    );
    for (const token of ['0123456789abcde', 'sixteen letters and more', 'é0123456789abcdef']) {
      expect(() => settingsOf({ METRICS_TOKEN: token })).toThrow(/^METRICS_TOKEN must have/);
    }
  });

  it('read several secrets in their order: the first signs', () => {
    expect(settingsOf({ ONEFIT_SECRET: 'new, old,,older ' }).secrets).toEqual([
      'new',
      'old',
      'older',
    ]);
  });
});
