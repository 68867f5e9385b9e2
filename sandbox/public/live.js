const PAUSE_MS = 300;

let timer = null;
let running = false;
let again = false;

/** The markup each live part was given last, before anything in it was opened. */
const given = new Map();

/** Keeps the page as the sandbox is: after every event its live parts are fetched anew. */
export function goLive() {
  for (const part of document.querySelectorAll('[data-live]')) given.set(part, part.innerHTML);
  const events = new EventSource('/sandbox/api/events');
  for (const name of ['request', 'state', 'faults', 'mails']) {
    events.addEventListener(name, refresh);
  }
  // After a restart of the sandbox the connection comes back by itself; the page has to follow.
  let lost = false;
  events.addEventListener('error', () => (lost = true));
  events.addEventListener('open', () => {
    if (lost) refresh();
    lost = false;
  });
}

/** Fetches the live parts soon; many calls in a short time make one fetch. */
export function refresh() {
  if (running) again = true;
  else timer ??= setTimeout(update, PAUSE_MS);
}

async function update() {
  timer = null;
  running = true;
  try {
    const response = await fetch(document.body.dataset.address);
    if (response.ok) replaceLiveParts(await response.text());
  } catch {
    // The sandbox is away; the next event, or its return, tries again.
  } finally {
    running = false;
    if (again) {
      again = false;
      refresh();
    }
  }
}

function replaceLiveParts(markup) {
  const fresh = new DOMParser().parseFromString(markup, 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
    if (next && next.innerHTML !== given.get(part)) replacePart(part, next);
  }
}

/** Replaces a part, but leaves open what is open and the keyboard where it is. */
function replacePart(part, next) {
  // A list that is being chosen from must not close.
  if (part.querySelector('select:focus')) return;
  given.set(part, next.innerHTML);
  const open = [...part.querySelectorAll('details[open][id]')].map(({ id }) => id);
  const focused = part.contains(document.activeElement) ? markOf(document.activeElement) : null;
  part.replaceChildren(...next.childNodes);
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (focused) part.querySelector(focused)?.focus();
}

/** A selector that finds the same control again in new markup. */
function markOf(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  const { parentElement } = element;
  if (element.matches('summary') && parentElement.id) {
    return `#${CSS.escape(parentElement.id)} > summary`;
  }
  const name = element.getAttribute('aria-label');
  return name ? `[aria-label="${CSS.escape(name)}"]` : null;
}
