// The dot that says whether the server is well.
import { whileVisible } from './live.js';

const WORDS = { good: 'Healthy', warn: 'Degraded', bad: 'Not answering' };

export function startStatus() {
  const place = document.getElementById('server-status');
  const show = state => {
    if (place.dataset.state !== state) {
      place.dataset.state = state;
      place.querySelector('[data-status-text]').textContent = WORDS[state];
    }
  };
  whileVisible(30, async () => {
    try {
      const response = await fetch('/health');
      show(response.ok ? 'good' : 'warn');
    } catch {
      show('bad');
    }
  });
}
