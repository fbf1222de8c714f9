// One company and its products on this screen.

import { el } from "../element.js";
import { cardList, countryBadge, heading, langMark } from "../parts.js";

export function vendor(app, place) {
  const { catalog, words } = app;
  const record = catalog.term("vendors", place.key);
  return el("div", { class: "view view--list" },
    heading(app, record.name, countryBadge(app, record.country), vendorFacts(app, record)),
    record.summary && el("p", { class: "lead", lang: langMark(app, record.summary) }, words.plain(record.summary)),
    el("h2", { class: "subtitle" }, words.ui("all_of_vendor")),
    cardList(app, catalog.ofVendor(place.key), place));
}

/** City and year, as far as they are known. */
export function vendorFacts(app, record) {
  const { words } = app;
  return [
    record.city && el("span", { class: "quiet" }, words.of(record.city)),
    record.founded && el("span", { class: "quiet" }, words.ui("founded", { year: record.founded })),
  ];
}
