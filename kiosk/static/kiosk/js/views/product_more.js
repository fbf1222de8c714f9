// The company behind a product, what it is certified for, and what to look at next.

import { el } from "../element.js";
import { card, countryBadge, langMark } from "../parts.js";
import { vendorFacts } from "./vendor.js";

export function more(app, product) {
  return [company(app, product), certificates(app, product), related(app, product)];
}

function company(app, product) {
  const { words } = app;
  const record = app.catalog.term("vendors", product.vendor);
  return el("section", { class: "company" },
    el("h2", { class: "subtitle" }, words.of(record.name)),
    el("p", { class: "company__facts" }, countryBadge(app, record.country), vendorFacts(app, record)),
    record.summary && el("p", { class: "text", lang: langMark(app, record.summary) }, words.plain(record.summary)),
    el("button", { type: "button", class: "button", "data-key": "vendor",
      onClick: () => app.open({ route: "vendor", key: product.vendor }) }, words.ui("see_company")));
}

function certificates({ words, catalog }, { certificates: held = [] }) {
  if (held.length === 0) return null;
  return el("section", {},
    el("h2", { class: "subtitle" }, words.ui("certificates")),
    el("ul", { class: "points" }, held.map((item) => el("li", {},
      el("b", {}, words.of(catalog.term("marks", item.mark).name)),
      item.number && [" ", el("span", { "data-latin": true, lang: "en" }, item.number)],
      item.expires && [" ", el("span", { class: "quiet" }, words.ui("valid_until", { date: item.expires[words.code] }))]))));
}

function related(app, product) {
  const found = app.catalog.related(product);
  if (found.length === 0) return null;
  return el("section", {},
    el("h2", { class: "subtitle" }, app.words.ui("related")),
    el("ul", { class: "cards" }, found.map((other) => el("li", {}, card(app, other, "h3")))));
}
