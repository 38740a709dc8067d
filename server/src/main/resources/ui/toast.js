// Short messages in a corner; some can be undone.

const region = () => document.getElementById('toasts');

/**
 * Shows a message. With `action` ({label, run}) it has a button; `onEnd` runs when the message goes without the button having
 * been used. The clock stands still while the message is pointed at or focused; `focus` puts the focus on its button.
 */
export function toast(message, { tone = '', seconds = 5, action = null, onEnd = () => {}, focus = false } = {}) {
  const element = document.createElement('div');
  element.className = `toast ${tone}`;
  const text = document.createElement('p');
  text.textContent = message;
  element.append(text);
  let left = seconds * 1000;
  let since = performance.now();
  let timer = 0;
  let isOver = false;

  const close = () => {
    isOver = true;
    clearTimeout(timer);
    element.remove();
    if (!region().childElementCount && region().matches(':popover-open')) {
      region().hidePopover();
    }
  };
  const end = () => {
    if (!isOver) {
      close();
      onEnd();
    }
  };
  const go = () => {
    // An element that goes while it is focused or pointed at says that it is left: its clock must not run again.
    if (isOver) {
      return;
    }
    clearTimeout(timer);
    since = performance.now();
    timer = setTimeout(end, left);
  };
  const pause = () => {
    clearTimeout(timer);
    left -= performance.now() - since;
  };

  if (action) {
    element.append(button(action.label, 'button', () => {
      close();
      action.run();
    }));
  }
  element.append(button('Dismiss', 'button quiet', end));
  for (const [enter, leave] of [['pointerenter', 'pointerleave'], ['focusin', 'focusout']]) {
    element.addEventListener(enter, pause);
    element.addEventListener(leave, go);
  }
  region().append(element);
  // Above an open dialog, which lies above everything else.
  region().popover = 'manual';
  if (region().matches(':popover-open')) {
    region().hidePopover();
  }
  region().showPopover();
  go();
  if (focus) {
    element.querySelector('button').focus();
  }
  return { close };
}

function button(label, className, run) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = label;
  element.addEventListener('click', run);
  return element;
}
