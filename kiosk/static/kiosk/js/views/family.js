// The products of one family.

import { el } from "../element.js";
import { cardList, fieldMark, heading } from "../parts.js";

export function family(app, place) {
  const record = app.catalog.term("families", place.key);
  const products = app.catalog.inFamily(place.key);
  const count = app.words.ui("product_count", { count: products.length });
  return el("div", { class: "view view--list" },
    heading(app, record.name, fieldMark(app, record.field), el("span", { class: "quiet" }, count)),
    cardList(app, products, place));
}
