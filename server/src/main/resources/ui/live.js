// What happens again and again while somebody looks.

/** Runs `work` now and every so many seconds, not while the page is hidden, and at once when it is shown again. */
export function whileVisible(seconds, work, { now = true } = {}) {
  let timer = 0;
  const run = async () => {
    clearTimeout(timer);
    if (document.hidden) {
      return;
    }
    await work();
    clearTimeout(timer);
    timer = setTimeout(run, seconds * 1000);
  };
  document.addEventListener('visibilitychange', () => document.hidden ? clearTimeout(timer) : run());
  if (now) {
    run();
  } else {
    timer = setTimeout(run, seconds * 1000);
  }
}

/** Elements with `data-live="5"` get the event `live` every five seconds, for `hx-trigger="live"`; also those that come later. */
export function startLive() {
  const due = new WeakMap();
  whileVisible(1, () => {
    const now = performance.now();
    for (const element of document.querySelectorAll('[data-live]')) {
      const period = Number(element.dataset.live) * 1000;
      if (!due.has(element)) {
        due.set(element, now + period);
      } else if (due.get(element) <= now) {
        due.set(element, now + period);
        element.dispatchEvent(new CustomEvent('live'));
      }
    }
  });
}
