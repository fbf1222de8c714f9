// What to look at next.

import { el } from "../element.js";
import { card } from "../parts.js";

export function related(app, product) {
  const found = app.catalog.related(product);
  if (found.length === 0) return el("p", { class: "text" }, app.words.ui("nothing_here"));
  return el("ul", { class: "cards cards--small" }, found.map((other) => el("li", {}, card(app, other))));
}
