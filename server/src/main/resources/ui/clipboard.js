// `data-copy="id"` copies the text of that element.
import { toast } from './toast.js';

export function startClipboard() {
  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-copy]');
    if (!button) {
      return;
    }
    try {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
      toast('Copied.', { seconds: 2 });
    } catch {
      toast('The browser does not allow copying here; select the text instead.', { tone: 'bad' });
    }
  });
}
