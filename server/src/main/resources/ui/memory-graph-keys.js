// The picture of the memory graph by keyboard.

const DIRECTIONS = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };

/** Starts the keys; `drawing`, `chosen` and `nodeOf` give what is there at the moment. */
export function startCanvasKeys(canvas, { drawing, chosen, nodeOf, choose, expand }) {
  const said = document.getElementById('said');
  canvas.addEventListener('keydown', event => {
    const current = drawing();
    if (!current || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (DIRECTIONS[event.key]) {
      const id = current.towards(DIRECTIONS[event.key]);
      if (id) {
        choose(id, { isStep: false });
        const node = nodeOf(id);
        said.textContent = `${node.label}, ${node.type}`;
      }
    } else if (event.key === 'Enter' && chosen()) {
      expand(chosen());
    } else if (event.key === 'Escape' && chosen()) {
      choose('');
    } else if (event.key === '+' || event.key === '=') {
      current.zoom(1.3);
    } else if (event.key === '-') {
      current.zoom(1 / 1.3);
    } else if (event.key === '0') {
      current.fit();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
}
