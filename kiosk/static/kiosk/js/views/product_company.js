// The company behind a product, and what the product is certified for.

import { el } from "../element.js";
import { countryBadge, langMark } from "../parts.js";
import { vendorFacts } from "./vendor.js";

export function company(app, product) {
  const { words, catalog } = app;
  const record = catalog.term("vendors", product.vendor);
  return [
    el("section", { class: "company" },
      el("h2", { class: "subtitle" }, words.of(record.name)),
      el("p", { class: "company__facts" }, countryBadge(app, record.country), vendorFacts(app, record)),
      record.summary && el("p", { class: "text", lang: langMark(app, record.summary) }, words.plain(record.summary)),
      el("button", { type: "button", class: "button", "data-key": "vendor",
        onClick: () => app.open({ route: "vendor", key: product.vendor }) }, words.ui("see_company"))),
    certificates(app, product),
  ];
}

function certificates({ words, catalog }, { certificates: held = [] }) {
  if (held.length === 0) return null;
  return el("section", { class: "company" },
    el("h2", { class: "subtitle" }, words.ui("certificates")),
    el("ul", { class: "points" }, held.map((item) => el("li", {},
      el("b", {}, words.of(catalog.term("marks", item.mark).name)),
      item.number && [" ", el("span", { "data-latin": true, lang: "en" }, item.number)],
      item.expires && [" ", el("span", { class: "quiet" }, words.ui("valid_until", { date: item.expires[words.code] }))]))));
}
