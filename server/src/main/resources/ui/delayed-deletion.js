// Deletions that can be undone: each is sent only when its message has gone.
import { call } from './api.js';
import { toast } from './toast.js';

const GRACE_SECONDS = 8;

/**
 * Deletes what is at `path` when its grace has ended; who leaves the page before has deleted nothing. `what` is what is kept
 * then. `hide`, `keep` and `gone` are called when it leaves, when it comes back, and when it has been deleted. Who works by
 * keyboard gets the focus on the button that undoes it.
 */
export function deleteLater({ path, what, byKeyboard, hide, keep, gone }) {
  hide();
  toast(`Deleting in ${GRACE_SECONDS} seconds. Leaving this page keeps ${what}.`, {
    seconds: GRACE_SECONDS,
    // What had the focus is hidden now; and who works by keyboard reaches the button in time.
    focus: byKeyboard,
    action: { label: 'Undo', run: keep },
    onEnd: async () => {
      try {
        await call('DELETE', path);
        gone();
      } catch (failure) {
        keep();
        toast(`Not deleted. ${failure.message}`, { tone: 'bad', seconds: 12, action: { label: 'Try again', run: () => deleteLater({ path, what, byKeyboard, hide, keep, gone }) } });
      }
    },
  });
}
