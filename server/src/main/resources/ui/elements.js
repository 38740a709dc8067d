// Elements made by scripts; texts stay texts.

/** An element with classes and a text. */
export function create(tag, className = '', text = '') {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

export function link(className, text, href) {
  const element = create('a', className, text);
  element.href = href;
  return element;
}
