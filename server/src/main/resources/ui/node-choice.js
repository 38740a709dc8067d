// A field that finds nodes while a person types; what is found hangs below it as links with `data-node`.

/**
 * Starts the field in `box` (an element with an input and a `.choice`). `onChoose` gets {id, label}; `onFound` what was found,
 * as a list of ids, or null when nothing was looked for.
 */
export function startNodeChoice(box, { onChoose, onFound = () => {} }) {
  const input = box.querySelector('input');
  const choice = box.querySelector('.choice');
  let takesFirst = false;
  const links = () => [...choice.querySelectorAll('[data-node]')];
  const choose = link => {
    choice.replaceChildren();
    onChoose({ id: link.dataset.node, label: link.dataset.label });
  };
  choice.addEventListener('click', event => {
    const link = event.target.closest('[data-node]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      choose(link);
    }
  });
  box.addEventListener('keydown', event => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    if (event.key === 'ArrowDown' && all.length) {
      event.preventDefault();
      all[Math.min(all.length - 1, at + 1)].focus();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      event.preventDefault();
      (at ? all[at - 1] : input).focus();
    } else if (event.key === 'Enter' && event.target === input) {
      event.preventDefault();
      if (all.length) {
        choose(all[0]);
      } else {
        takesFirst = input.value.trim() !== '';
        input.dispatchEvent(new CustomEvent('find'));
      }
    } else if (event.key === 'Escape' && choice.childElementCount) {
      event.preventDefault();
      event.stopPropagation();
      choice.replaceChildren();
      input.focus();
    }
  });
  // What was found for an older text must not be chosen by Enter.
  input.addEventListener('input', () => {
    takesFirst = false;
    choice.replaceChildren();
  });
  choice.addEventListener('htmx:afterSwap', () => {
    const all = links();
    onFound(input.value.trim() ? all.map(link => link.dataset.node) : null);
    if (takesFirst && all.length) {
      takesFirst = false;
      choose(all[0]);
    }
  });
}
