// What is shown in the place of something that could not be loaded: the API's sentence, and a button to try again.
import { sentenceOf } from './api.js';

/** Puts the failure into `place`; `retry` runs when the person asks for it. */
export function showFailure(place, status, sentence, retry) {
  const failure = document.getElementById('failure-template').content.cloneNode(true);
  failure.querySelector('.failure-sentence').textContent = sentence;
  failure.querySelector('.failure-hint').textContent = status ? `Status ${status}` : '';
  const again = failure.querySelector('[data-retry]');
  if (status === 401) {
    failure.querySelector('.failure-sentence').textContent = 'You are signed out, or the key of the server has changed.';
    again.textContent = 'Sign in';
    again.addEventListener('click', () => location.assign(`/ui/login?next=${encodeURIComponent(location.pathname + location.search)}`));
  } else {
    again.addEventListener('click', retry);
  }
  place.querySelector(':scope > .failure')?.remove();
  place.prepend(failure);
}

/** Requests of htmx: the failure appears at the top of their target; what stands there stays readable. */
export function watchRequests() {
  const failed = (event, status, body) => {
    const { elt, target } = event.detail;
    if (elt.hasAttribute('data-quiet-failure')) {
      elt.dispatchEvent(new CustomEvent('quiet-failure', { bubbles: true, detail: { status, sentence: sentenceOf(status, body) } }));
      return;
    }
    const place = target?.isConnected ? target : document.getElementById('main');
    place.querySelectorAll(':scope > .skeleton').forEach(skeleton => skeleton.remove());
    const config = event.detail.requestConfig;
    showFailure(place, status, sentenceOf(status, body), () => {
      place.querySelector(':scope > .failure')?.remove();
      window.htmx.ajax(config.verb.toUpperCase(), config.path, { source: elt, target: place, swap: elt.getAttribute('hx-swap') ?? 'innerHTML' });
    });
  };
  document.addEventListener('htmx:responseError', event => failed(event, event.detail.xhr.status, event.detail.xhr.responseText));
  document.addEventListener('htmx:sendError', event => failed(event, 0, ''));
  document.addEventListener('htmx:timeout', event => failed(event, 0, ''));
  document.addEventListener('htmx:beforeRequest', event => {
    event.detail.target?.querySelector?.(':scope > .failure')?.remove();
  });
}
