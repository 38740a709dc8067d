// The dashboard renews itself.
import { startEventActions } from './event-actions.js';
import { startFilterForm } from './filter-form.js';

const filters = document.getElementById('filters');
const liveState = document.getElementById('live-state');
let known = ids();

function ids() {
  return new Set([...document.querySelectorAll('[data-event]')].map(card => card.dataset.event));
}

function showState(state, words) {
  if (liveState.dataset.state !== state) {
    liveState.dataset.state = state;
    liveState.lastElementChild.textContent = words;
  }
}

startEventActions();

startFilterForm(filters, { limit: '24' });

// Cards that a filter brings have not just arrived.
filters.addEventListener('renew', () => {
  known = null;
});
document.addEventListener('htmx:afterSwap', event => {
  if (!event.detail.target.matches?.('#overview')) {
    return;
  }
  const current = ids();
  if (known) {
    const arrived = [...current].filter(id => !known.has(id));
    arrived.forEach(id => document.getElementById(`event-${id}`)?.classList.add('is-new'));
  }
  known = current;
});
document.addEventListener('htmx:afterRequest', event => {
  if (event.detail.elt.id === 'overview' && event.detail.successful) {
    showState('good', 'Live');
  }
});
document.addEventListener('quiet-failure', event => {
  if (event.target.id === 'overview') {
    showState('bad', event.detail.status === 401 ? 'Signed out; reload to sign in' : 'Not live: the server does not answer');
  }
});
document.addEventListener('events-changed', () => document.getElementById('overview').dispatchEvent(new CustomEvent('live')));
