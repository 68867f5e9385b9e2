import { html } from './html';

describe('html', () => {
  it('escapes what is put in, in text and in attributes', () => {
    const evil = `"><script>alert('x')</script>&`;
    const { markup } = html`<p title="${evil}">${evil}</p>`;
    expect(markup).not.toContain('<script');
    expect(markup).not.toContain("'x'");
    expect(markup).toContain('title="&quot;&gt;&lt;script');
  });

  it('leaves its own markup as it is and joins lists', () => {
    const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`);
    expect(html`${items}`.markup).toBe('<li>a</li><li>&lt;b&gt;</li>');
  });

  it('gives nothing for nothing, and 0 for 0', () => {
    expect(html`${null}${undefined}${false}${0}`.markup).toBe('0');
  });
});
