/**
 * Says something to whoever plays: on the page, and to a screen reader.
 * @param {'good' | 'bad'} tone
 * @param {string} text
 */
export function say(tone, text) {
  const notice = document.getElementById('notice');
  const line = document.createElement('p');
  line.className = `notice ${tone}`;
  line.textContent = text;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'secondary';
  close.textContent = 'Close';
  close.addEventListener('click', () => line.remove());
  line.append(' ', close);
  notice.replaceChildren(line);
}
