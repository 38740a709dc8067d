// Ctrl-K: one field that finds pages, and whatever other sources are added.

const sources = [];

/**
 * Adds a source. `find(text, signal)` gives (a promise of) a list of {title, hint, address}; with an empty text what it offers
 * unasked. A source that fails is left out.
 */
export function addSource(label, find) {
  sources.push({ label, find });
}

const palette = () => document.getElementById('palette');
const input = () => document.getElementById('palette-input');
const list = () => document.getElementById('palette-list');
let running = new AbortController();
let timer = 0;

export function openPalette() {
  if (!palette().open) {
    input().value = '';
    palette().showModal();
    input().focus();
    refresh();
  }
}

async function refresh() {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const text = input().value.trim();
  const groups = sources.map(() => []);
  await Promise.all(sources.map(async ({ find }, at) => {
    try {
      groups[at] = await find(text, signal);
    } catch {
      groups[at] = [];
    }
    if (!signal.aborted) {
      show(groups, text);
    }
  }));
}

function show(groups, text) {
  const shown = document.createDocumentFragment();
  let number = 0;
  groups.forEach((items, at) => {
    if (!items.length) {
      return;
    }
    const group = document.createElement('div');
    group.role = 'group';
    group.setAttribute('aria-label', sources[at].label);
    const heading = document.createElement('p');
    heading.textContent = sources[at].label;
    heading.ariaHidden = 'true';
    group.append(heading);
    for (const item of items) {
      const option = document.createElement('div');
      option.role = 'option';
      option.className = 'palette-option';
      option.id = `palette-option-${number++}`;
      option.dataset.address = item.address;
      const title = document.createElement('bdi');
      title.textContent = item.title;
      const hint = document.createElement('bdi');
      hint.textContent = item.hint ?? '';
      option.append(title, hint);
      group.append(option);
    }
    shown.append(group);
  });
  if (!number) {
    const nothing = document.createElement('p');
    nothing.className = 'state';
    nothing.textContent = text ? `Nothing is called or says “${text}”.` : 'Type to find something.';
    shown.append(nothing);
  }
  list().replaceChildren(shown);
  select(0);
}

function options() {
  return [...list().querySelectorAll('[role="option"]')];
}

function select(at) {
  const all = options();
  all.forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
  if (all[at]) {
    input().setAttribute('aria-activedescendant', all[at].id);
    all[at].scrollIntoView({ block: 'nearest' });
  } else {
    input().removeAttribute('aria-activedescendant');
  }
}

function go(option) {
  if (option) {
    palette().close();
    location.assign(option.dataset.address);
  }
}

function pages(text) {
  const wanted = text.toLowerCase();
  return [...document.querySelectorAll('.navigation-group')].flatMap(group =>
    [...group.querySelectorAll('a')]
      .map(link => ({ title: link.textContent.trim(), hint: group.querySelector('h2').textContent, address: link.getAttribute('href') }))
      .filter(page => page.title.toLowerCase().includes(wanted) || page.hint.toLowerCase().includes(wanted)));
}

export function startPalette() {
  addSource('Pages', pages);
  document.addEventListener('click', event => {
    if (event.target.closest('[data-palette-open]')) {
      openPalette();
    }
  });
  input().addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, 120);
  });
  palette().addEventListener('keydown', event => {
    const all = options();
    const at = all.findIndex(option => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      select((at + (event.key === 'ArrowDown' ? 1 : all.length - 1)) % Math.max(1, all.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(all[at]);
    }
  });
  list().addEventListener('click', event => go(event.target.closest('[role="option"]')));
  palette().addEventListener('click', event => {
    if (event.target === palette()) {
      palette().close();
    }
  });
}
