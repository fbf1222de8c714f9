// The families of one field.

import { el } from "../element.js";
import { heading, pageOf, pager, productPicture } from "../parts.js";
import { shape } from "../icons.js";

const MOST_CHOICES = 7;

export function field(app, place) {
  const { catalog, words } = app;
  const keys = catalog.familiesOf(place.key);
  const pages = Math.ceil(keys.length / MOST_CHOICES);
  const shown = pageOf(keys, place.page, Math.ceil(keys.length / pages));
  return el("div", { class: "view view--list" },
    heading(app, catalog.term("fields", place.key).name, shape(place.key), words.ui("which_family")),
    el("ul", { class: "choices choices--families" }, shown.items.map((key) => el("li", {}, familyChoice(app, key, place.key)))),
    pager(app, shown));
}

function familyChoice(app, key, fieldKey) {
  const products = app.catalog.inFamily(key);
  return el("button", { type: "button", class: `choice choice--${fieldKey}`, "data-key": `family-${key}`,
    onClick: () => app.open({ route: "family", key }) },
  productPicture(app, products[0], "(orientation: portrait) 30vw, 20vw"),
  el("span", { class: "choice__words" },
    el("span", { class: "choice__title" }, app.words.of(app.catalog.term("families", key).name)),
    el("span", { class: "choice__count" }, app.words.ui("product_count", { count: products.length }))));
}
