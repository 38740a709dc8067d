// What can be done to the event in the drawer: change its metadata, delete it.
import { call } from './api.js';
import { deleteLater } from './delayed-deletion.js';
import { closeDrawer, refreshDrawer } from './drawer.js';
import { parsedObject } from './json-object.js';
import { toast } from './toast.js';

// Events whose deletion waits for its grace to end.
const leaving = new Set();

function hideLeaving() {
  for (const card of document.querySelectorAll('[data-event]')) {
    card.classList.toggle('is-leaving', leaving.has(card.dataset.event));
  }
}

function deleteEvent(id, byKeyboard) {
  closeDrawer();
  deleteLater({
    path: `/v1/events/${id}`,
    what: 'the event',
    byKeyboard,
    hide() {
      leaving.add(id);
      hideLeaving();
    },
    keep() {
      leaving.delete(id);
      hideLeaving();
    },
    gone() {
      document.getElementById(`event-${id}`)?.remove();
      leaving.delete(id);
      document.dispatchEvent(new CustomEvent('events-changed'));
    },
  });
}

/** Changed keys are merged; a merge cannot remove one, so then the event is replaced, with the content it has. */
async function save(form, metadata) {
  const id = form.dataset.metadataForm;
  const before = JSON.parse(form.elements.metadata.defaultValue);
  const ifMatch = { headers: { 'If-Match': `W/"${form.dataset.revision}.0"` } };
  if (Object.keys(before).every(key => key in metadata)) {
    const changed = Object.fromEntries(Object.entries(metadata).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key])));
    await call('PATCH', `/v1/events/${id}/metadata?include_embedding=false`, changed, ifMatch);
  } else {
    const event = (await call('GET', `/v1/events/${id}?include_embedding=false`)).json;
    await call('PUT', `/v1/events/${id}?include_embedding=false`, { content: event.content, metadata }, ifMatch);
  }
}

function showForm(isShown) {
  const form = document.getElementById('metadata-form');
  form.hidden = !isShown;
  document.getElementById('metadata-pairs').hidden = isShown;
  const edit = document.querySelector('[data-metadata-edit]');
  edit.setAttribute('aria-expanded', String(isShown));
  edit.hidden = isShown;
  (isShown ? form.elements.metadata : edit).focus();
}

async function submit(event) {
  const form = event.target.closest('[data-metadata-form]');
  if (!form) {
    return;
  }
  event.preventDefault();
  const problem = form.querySelector('.failure-text');
  const { value, problem: sentence } = parsedObject(form.elements.metadata.value, 'Metadata is');
  const refuse = text => {
    problem.textContent = text;
    problem.hidden = false;
    form.elements.metadata.setAttribute('aria-invalid', 'true');
    form.elements.metadata.focus();
  };
  if (sentence) {
    refuse(sentence);
    return;
  }
  try {
    await save(form, value);
    toast('Metadata saved.', { seconds: 3 });
    refreshDrawer();
    document.dispatchEvent(new CustomEvent('events-changed'));
  } catch (failure) {
    refuse(failure.message);
  }
}

export function startEventActions() {
  document.addEventListener('click', event => {
    const remove = event.target.closest('[data-delete-event]');
    if (remove) {
      deleteEvent(remove.dataset.deleteEvent, event.detail === 0);
    } else if (event.target.closest('[data-metadata-edit]')) {
      showForm(true);
    } else if (event.target.closest('[data-metadata-cancel]')) {
      document.getElementById('metadata-form').reset();
      showForm(false);
    }
  });
  document.addEventListener('submit', submit);
  document.addEventListener('htmx:afterSwap', hideLeaving);
  document.addEventListener('htmx:afterRequest', event => {
    if (event.detail.successful && event.detail.elt.hasAttribute('data-once')) {
      event.detail.elt.closest('.cut')?.remove();
    }
  });
}
