// One product: pictures, what it is, its figures, and how to find it again.

import { el } from "../element.js";
import { countryBadge, fieldMark, heading, langMark } from "../parts.js";
import { code } from "./code.js";
import { gallery } from "./gallery.js";
import { company } from "./product_company.js";
import { overview } from "./product_overview.js";
import { related } from "./product_related.js";
import { keyFigures, specs } from "./product_specs.js";

const SECTIONS = { overview, specs, company, related };

export function product(app, place) {
  const { catalog, words } = app;
  const record = catalog.product(place.key);
  const section = place.section in SECTIONS ? place.section : "overview";
  return el("article", { class: "view product", "data-shown": record.slug },
    el("div", { class: "product__side" }, gallery(app, record, place), code(app, record)),
    el("div", { class: "product__words" },
      el("div", { class: "product__name" },
        heading(app, record.title, fieldMark(app, record.field), vendorName(app, record)),
        record.tagline && el("p", { class: "lead", lang: langMark(app, record.tagline) }, words.plain(record.tagline))),
      keyFigures(app, record),
      tabs(app, section),
      el("div", { class: "product__section", role: "tabpanel", id: "section", "aria-labelledby": `tab-${section}` },
        SECTIONS[section](app, record))));
}

function vendorName(app, record) {
  const name = app.catalog.term("vendors", record.vendor).name;
  return el("span", { class: "product__vendor" }, app.words.of(name), countryBadge(app, record.country));
}

function tabs(app, shown) {
  const tab = (key) => el("button", {
    type: "button", role: "tab", class: "tab", id: `tab-${key}`, "data-key": `section-${key}`,
    "aria-selected": String(key === shown), "aria-controls": "section",
    onClick: () => app.change({ section: key }),
  }, app.words.ui(key));
  return el("div", { class: "tabs", role: "tablist", "aria-label": app.words.ui("sections") }, Object.keys(SECTIONS).map(tab));
}
