import { html } from './html';

describe('html', () => {
  it('escapes what is put in, in text and in attributes', () => {
    const evil = `"><script>alert('x')</script>&`;
    expect(html`<p title="${evil}">${evil}</p>`.markup).not.toMatch(/<script|'x'|""/);
  });

  it('leaves its own markup as it is and joins lists', () => {
    const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`);
    expect(
      html`<ul>
        ${items}
      </ul>`.markup,
    ).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>');
  });

  it('gives nothing for nothing, and 0 for 0', () => {
    expect(html`${null}${undefined}${false}${0}`.markup).toBe('0');
  });
});
