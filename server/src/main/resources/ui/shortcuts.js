// Keys: Ctrl-K, /, ?, g and a page's letter, j and k.
import { openPalette } from './palette.js';

const isTyping = element => element.matches('input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, [contenteditable]');

function step(forwards) {
  const items = [...document.querySelectorAll('[data-item]')];
  if (!items.length) {
    return;
  }
  const at = items.findIndex(item => item.contains(document.activeElement));
  const next = items[Math.min(items.length - 1, Math.max(0, at < 0 ? 0 : at + (forwards ? 1 : -1)))];
  (next.matches('a, button') ? next : next.querySelector('a, button')).focus();
}

export function startShortcuts() {
  let afterG = -Infinity;
  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      openPalette();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) {
      return;
    }
    if (performance.now() - afterG < 1500) {
      afterG = -Infinity;
      const link = document.querySelector(`[data-page-key="${CSS.escape(event.key)}"]`);
      if (link) {
        event.preventDefault();
        location.assign(link.href);
      }
      return;
    }
    const handlers = {
      'g': () => { afterG = performance.now(); },
      '/': () => document.querySelector('[data-main-search]')?.focus(),
      '?': () => document.getElementById('shortcuts').showModal(),
      'j': () => step(true),
      'k': () => step(false),
    };
    if (handlers[event.key]) {
      event.preventDefault();
      handlers[event.key]();
    }
  });
  document.addEventListener('click', event => {
    if (event.target.closest('[data-shortcuts-open]')) {
      document.getElementById('shortcuts').showModal();
    }
    event.target.closest('[data-dialog-close]')?.closest('dialog').close();
  });
}
