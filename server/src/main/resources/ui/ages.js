// Moments as ages: "3 min ago"; the moment itself is the tooltip.
import { whileVisible } from './live.js';

const STEPS = [[60, 'second', 1], [3600, 'minute', 60], [86400, 'hour', 3600], [2592000, 'day', 86400], [31536000, 'month', 2592000], [Infinity, 'year', 31536000]];
const FORMAT = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'narrow' });

function age(moment) {
  const seconds = (Date.now() - moment) / 1000;
  if (Math.abs(seconds) < 10) {
    return 'just now';
  }
  const [, unit, size] = STEPS.find(([limit]) => Math.abs(seconds) < limit);
  return FORMAT.format(-Math.trunc(seconds / size), unit);
}

export function showAges(root = document) {
  for (const element of root.querySelectorAll('time[data-age]')) {
    element.title ||= element.textContent.trim();
    const text = age(Date.parse(element.dateTime));
    if (element.textContent !== text) {
      element.textContent = text;
    }
  }
}

export function startAges() {
  whileVisible(20, () => showAges());
  document.addEventListener('htmx:afterSwap', event => showAges(event.detail.target.parentElement ?? document));
}
