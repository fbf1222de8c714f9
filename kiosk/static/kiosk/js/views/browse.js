// Where a visit begins: the fields, and a few products to start with.

import { el } from "../element.js";
import { card, fieldMark, productPicture } from "../parts.js";

export function browse(app) {
  const { catalog, words } = app;
  return el("div", { class: "view view--list browse" },
    el("header", { class: "heading" }, el("h1", { class: "title" }, words.ui("welcome"))),
    el("section", { "aria-label": words.ui("fields") },
      el("ul", { class: "choices" }, catalog.fieldKeys.map((key) => el("li", {}, fieldChoice(app, key))))),
    catalog.featured.length > 0 && el("section", { class: "browse__featured" },
      el("h2", { class: "subtitle" }, words.ui("featured")),
      el("ul", { class: "cards" }, catalog.featured.map((product) => el("li", {}, card(app, product))))),
    catalog.fieldKeys.length === 0 && el("p", { class: "lead" }, words.ui("nothing_here")));
}

function fieldChoice(app, key) {
  const products = app.catalog.inField(key);
  return el("button", { type: "button", class: `choice choice--${key}`, "data-key": `field-${key}`,
    onClick: () => app.open({ route: "field", key }) },
  productPicture(app, products[0], "(orientation: portrait) 30vw, 20vw"),
  el("span", { class: "choice__words" },
    fieldMark(app, key),
    el("span", { class: "choice__count" }, app.words.ui("product_count", { count: products.length }))));
}
