// Building the page from data without ever parsing a string as HTML.

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element with its attributes, listeners (`onClick`) and children. A child is a node,
 * a string, words ({text, lang}), an array of these, or nothing.
 */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2).toLowerCase(), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...nodes(children));
  return node;
}

function nodes(children) {
  return children.flat(3).filter((child) => child !== undefined && child !== null && child !== false && child !== "")
    .map((child) => (child.text === undefined || child instanceof Node ? child : el("span", { lang: child.lang }, child.text)));
}
