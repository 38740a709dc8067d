// The search page: pages of results without a reload, the slider's number, the export.
import { ApiFailure, call } from './api.js';
import { startEventActions } from './event-actions.js';
import { startFilterForm } from './filter-form.js';
import { toast } from './toast.js';

const form = document.getElementById('search-form');

startEventActions();

startFilterForm(form, { mode: 'hybrid', threshold: '1' });

form.elements.threshold.addEventListener('input', () => {
  document.getElementById('threshold-note').value = Number(form.elements.threshold.value).toFixed(2);
});

async function exportResults(button) {
  button.disabled = true;
  try {
    const query = { ...JSON.parse(button.dataset.body), limit: 1000, offset: 0, explain: false };
    const { json } = await call('POST', '/v1/search/', query);
    const lines = json.events.map(event => `${JSON.stringify(event)}\n`);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(lines, { type: 'application/x-ndjson' }));
    link.download = 'search-results.jsonl';
    link.click();
    URL.revokeObjectURL(link.href);
    toast(`Exported ${json.events.length.toLocaleString('en')} of ${json.total.toLocaleString('en')} results.`);
  } catch (failure) {
    if (!(failure instanceof ApiFailure)) {
      throw failure;
    }
    toast(`Not exported. ${failure.message}`, { tone: 'bad', seconds: 12, action: { label: 'Try again', run: () => exportResults(button) } });
  } finally {
    button.disabled = false;
  }
}

document.addEventListener('click', event => {
  const button = event.target.closest('#export-results');
  if (button) {
    exportResults(button);
  }
  const mode = event.target.closest('[data-set-mode]');
  if (mode) {
    form.elements.mode.value = mode.dataset.setMode;
    form.requestSubmit();
  }
  if (event.target.closest('[data-clear-filters]')) {
    for (const name of ['metadata', 'from', 'to']) {
      form.elements[name].value = '';
    }
    form.requestSubmit();
  }
});
