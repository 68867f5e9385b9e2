import { refresh } from './live.js';
import { say } from './notice.js';

/** Carries out what buttons and forms with `data-call` ask for. */
export function watchActions() {
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-call]');
    if (!button) return;
    const { call, body, done, confirm: question } = button.dataset;
    if (question && !window.confirm(question)) return;
    run(button, call, body ? JSON.parse(body) : undefined, done);
  });
  document.addEventListener('submit', (event) => {
    const form = event.target.closest('form[data-call]');
    if (!form) return;
    event.preventDefault();
    submit(form);
  });
}

async function submit(form) {
  const values = formValues(form);
  // A name in braces in the path is taken out of the body: "PUT /members/{id}".
  const call = form.dataset.call.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    delete values[name];
    return encodeURIComponent(value);
  });
  const answer = await run(form.querySelector('[type=submit]'), call, values, form.dataset.done);
  if (!answer) return;
  if (form.dataset.then === 'reset') form.reset();
  if (form.dataset.then === 'choose-member') {
    const address = new URL(location.href);
    address.searchParams.set('member', answer.id);
    location.assign(address);
  }
}

/** Makes one call and says what came of it; gives the answer, or null when it was refused. */
async function run(button, call, body, done) {
  button.setAttribute('aria-busy', 'true');
  button.disabled = true;
  try {
    const [method, path] = call.split(' ');
    const response = await fetch(`/sandbox/api${path}`, {
      method,
      headers: body ? { 'content-type': 'application/json' } : {},
      body: body ? JSON.stringify(body) : undefined,
    });
    const answer = response.status === 204 ? {} : await response.json();
    if (!response.ok) {
      say('bad', `${answer.code}: ${answer.message}`);
      return null;
    }
    const text = answer.message ?? done;
    if (text) say('good', text);
    return answer;
  } catch (error) {
    say('bad', `The sandbox does not answer: ${error.message}`);
    return null;
  } finally {
    button.disabled = false;
    button.removeAttribute('aria-busy');
    refresh();
  }
}

function formValues(form) {
  const values = {};
  for (const input of form.elements) {
    if (!input.name || input.disabled) continue;
    const type = input.dataset.type;
    if (type === 'boolean') {
      if (input.checked) values[input.name] = true;
    } else if (type === 'list') {
      if (input.checked) (values[input.name] ??= []).push(input.value);
    } else if (input.value.trim() !== '') {
      values[input.name] = typedValue(type, input.value.trim());
    }
  }
  return values;
}

function typedValue(type, text) {
  if (type === 'number') return Number(text);
  if (type === 'lines') {
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  }
  return text;
}
