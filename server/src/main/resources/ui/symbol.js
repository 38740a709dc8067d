// The page of a symbol: a line that the address names is brought into sight once the source holds it.

const source = document.getElementById('symbol-source');

function showLine() {
  const line = /^#L\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
  if (line) {
    source.querySelectorAll('.is-target').forEach(other => other.classList.remove('is-target'));
    line.classList.add('is-target');
    line.scrollIntoView({ block: 'center' });
  }
}

window.addEventListener('hashchange', showLine);
document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target === source) {
    showLine();
  }
});
showLine();
