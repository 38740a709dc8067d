// The list of repositories: it renews itself; deletion asks for the name.
import { ApiFailure, call } from './api.js';
import { toast } from './toast.js';

const dialog = document.getElementById('delete-dialog');
const form = document.getElementById('delete-form');
const failure = document.getElementById('delete-failure');
let name = '';

document.addEventListener('click', event => {
  const button = event.target.closest('[data-delete]');
  if (button) {
    name = button.dataset.delete;
    document.getElementById('delete-name').textContent = name;
    form.reset();
    failure.textContent = '';
    form.querySelector('[type="submit"]').disabled = true;
    dialog.showModal();
  }
});

form.elements.confirmation.addEventListener('input', () => {
  form.querySelector('[type="submit"]').disabled = form.elements.confirmation.value !== name;
});

form.addEventListener('submit', async event => {
  event.preventDefault();
  if (form.elements.confirmation.value !== name) {
    return;
  }
  const submit = form.querySelector('[type="submit"]');
  submit.disabled = true;
  failure.textContent = '';
  try {
    const path = name.split('/').map(encodeURIComponent).join('/');
    const { json } = await call('DELETE', `/v1/code/index/repositories/${path}`);
    dialog.close();
    toast(`Deleted ${name}: ${json.deleted_chunks.toLocaleString('en')} chunks and ${json.deleted_nodes.toLocaleString('en')} symbols.`);
    document.getElementById('repositories').dispatchEvent(new CustomEvent('live'));
  } catch (problem) {
    if (!(problem instanceof ApiFailure)) {
      throw problem;
    }
    failure.textContent = `Not deleted. ${problem.message}`;
    submit.disabled = false;
  }
});

// What a person opened, and where the focus was, stay so when the list renews itself.
let open = [];
let focused = null;
document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.target.id === 'repositories') {
    open = [...event.detail.target.querySelectorAll('details[open]')].map(details => [repositoryOf(details), details.id.split('-')[0]]);
    const active = document.activeElement;
    focused = event.detail.target.contains(active) ? [repositoryOf(active), active.dataset.delete !== undefined] : null;
  }
});
document.addEventListener('htmx:afterSwap', () => {
  for (const [repository, kind] of open) {
    const details = card(repository)?.querySelector(`details[id^="${kind}-"]`);
    if (details) {
      details.open = true;
    }
  }
  if (focused) {
    card(focused[0])?.querySelector(focused[1] ? '[data-delete]' : 'a, summary')?.focus();
  }
  open = [];
  focused = null;
});

function repositoryOf(element) {
  return element.closest('[data-repository]')?.dataset.repository;
}

function card(repository) {
  return [...document.querySelectorAll('[data-repository]')].find(other => other.dataset.repository === repository);
}
