// The operator's page renews itself; what a person opened, scrolled to or focused stays so.
import { showAges } from './ages.js';
import { ApiFailure, call } from './api.js';
import { startEventActions } from './event-actions.js';
import { toast } from './toast.js';

const pause = document.getElementById('pause');
const stale = document.getElementById('stale');
const liveState = document.getElementById('live-state');
const dialog = document.getElementById('clear-dialog');
const clearForm = document.getElementById('clear-form');
const clearFailure = document.getElementById('clear-failure');

const part = () => document.getElementById('monitoring');
const isPaused = () => pause.getAttribute('aria-pressed') === 'true';

let hasFailed = false;
let opener = null;

startEventActions();

// Refreshing, pausing

function refresh() {
  const element = part();
  return window.htmx.ajax('GET', `${element.getAttribute('hx-get')}&fresh=true`, { source: element, target: element, swap: 'outerHTML show:none' });
}

function showState() {
  const [state, words] = hasFailed ? ['bad', 'Not refreshed'] : isPaused() ? ['unknown', 'Paused'] : ['good', 'Every 30 seconds'];
  liveState.dataset.state = state;
  liveState.lastElementChild.textContent = words;
  if (isPaused()) {
    part().removeAttribute('data-live');
  } else {
    part().dataset.live = '30';
  }
}

pause.addEventListener('click', () => {
  pause.setAttribute('aria-pressed', String(!isPaused()));
  pause.textContent = isPaused() ? 'Go on' : 'Pause';
  showState();
  if (!isPaused()) {
    refresh();
  }
});
document.getElementById('refresh').addEventListener('click', refresh);
document.getElementById('stale-again').addEventListener('click', refresh);
document.addEventListener('events-changed', refresh);

// The last figures stay when newer ones cannot be had, with their age.

document.addEventListener('quiet-failure', event => {
  if (!part().contains(event.target)) {
    return;
  }
  hasFailed = true;
  const isSignedOut = event.detail.status === 401;
  const time = document.getElementById('stale-time');
  time.dateTime = part().dataset.readAt;
  time.dataset.age = '';
  document.getElementById('stale-sentence').textContent = isSignedOut ? 'You are signed out; reload the page to sign in.' : event.detail.sentence;
  stale.hidden = false;
  showAges(stale);
  showState();
});

// What was open, scrolled and focused, across a swap.

let kept = null;
let condition = part().dataset.condition;
document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.target.id === 'monitoring' && event.detail.shouldSwap) {
    const active = document.activeElement;
    kept = {
      open: [...event.detail.target.querySelectorAll('details[open]')].map(details => details.id),
      scrolled: [...event.detail.target.querySelectorAll('.table-scroll')].map(place => [place.id, place.scrollTop, place.scrollLeft]),
      focused: event.detail.target.contains(active) ? identify(active) : null,
      page: window.scrollY,
    };
  }
});
document.addEventListener('htmx:afterSwap', event => {
  if (!kept || event.detail.target.id !== 'monitoring') {
    return;
  }
  for (const id of kept.open) {
    const details = document.getElementById(id);
    if (details) {
      details.open = true;
    }
  }
  for (const [id, top, left] of kept.scrolled) {
    const place = document.getElementById(id);
    place?.scrollTo({ top, left, behavior: 'instant' });
  }
  if (kept.focused) {
    part().querySelector(kept.focused)?.focus({ preventScroll: true });
  }
  window.scrollTo({ top: kept.page, behavior: 'instant' });
  kept = null;
  hasFailed = false;
  stale.hidden = true;
  showState();
  sayCondition();
});

/** A selector of the element in the next rendering. */
function identify(element) {
  if (element.id) {
    return `#${CSS.escape(element.id)}`;
  }
  if (element.matches('summary')) {
    return `#${CSS.escape(element.parentElement.id)} > summary`;
  }
  const href = element.getAttribute('href');
  return href ? `a[href="${CSS.escape(href)}"]` : null;
}

function sayCondition() {
  if (part().dataset.condition !== condition) {
    condition = part().dataset.condition;
    document.getElementById('condition-said').textContent = `The server is ${condition.toLowerCase()} now.`;
  }
}

// A dialog gives the focus back to what opened it, which may have been rendered again meanwhile.

document.addEventListener('click', event => {
  const link = event.target.closest('[data-drawer], #clear-caches');
  if (link) {
    opener = identify(link);
  }
}, true);
for (const one of [dialog, document.getElementById('drawer')]) {
  one.addEventListener('close', () => {
    if (opener && (document.activeElement === document.body || !document.activeElement)) {
      part().querySelector(opener)?.focus();
    }
    opener = null;
  });
}

// Clearing the caches

document.addEventListener('click', event => {
  if (event.target.closest('#clear-caches')) {
    clearFailure.textContent = '';
    dialog.showModal();
  }
});
clearForm.addEventListener('submit', async event => {
  event.preventDefault();
  const confirm = document.getElementById('clear-confirm');
  confirm.disabled = true;
  clearFailure.textContent = '';
  try {
    await call('POST', '/performance/cache/clear');
    dialog.close();
    toast('The caches are empty.');
    refresh();
  } catch (problem) {
    if (!(problem instanceof ApiFailure)) {
      throw problem;
    }
    clearFailure.textContent = `Not cleared. ${problem.message}`;
  } finally {
    confirm.disabled = false;
  }
});
