// The search of code: filters without a reload, whole chunks on demand.
import { startFilterForm } from './filter-form.js';

const form = document.getElementById('code-search-form');
const FILTERS = ['repository', 'path', 'language', 'type'];

startFilterForm(form, { mode: 'hybrid' });

document.addEventListener('htmx:afterSwap', event => {
  const asked = event.detail.requestConfig?.elt;
  if (asked?.hasAttribute('data-once')) {
    event.detail.target.querySelector('.code')?.focus();
    asked.remove();
  }
});

document.addEventListener('click', event => {
  const mode = event.target.closest('[data-set-mode]');
  if (mode) {
    form.elements.mode.value = mode.dataset.setMode;
    form.requestSubmit();
  }
  if (event.target.closest('[data-clear-filters]')) {
    FILTERS.forEach(name => { form.elements[name].value = ''; });
    form.requestSubmit();
  }
});
