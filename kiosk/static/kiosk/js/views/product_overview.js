// What it is, what it costs and where it stands.

import { el } from "../element.js";
import { langMark } from "../parts.js";

export function overview(app, product) {
  return el("div", { class: "overview" },
    el("div", { class: "overview__words" }, summary(app, product), highlights(app, product), note(app, product)),
    facts(app, product));
}

function summary(app, { summary: pair }) {
  if (!pair) return null;
  return [
    el("p", { class: "text", lang: langMark(app, pair) }, app.words.plain(pair)),
    app.words.of(pair).is_fallback && el("p", { class: "note" }, app.words.ui("not_translated")),
  ];
}

function highlights(app, { highlights: points = [] }) {
  if (points.length === 0) return null;
  return [
    el("h2", { class: "subtitle" }, app.words.ui("highlights")),
    el("ul", { class: "points" }, points.map((pair) => el("li", {}, app.words.of(pair)))),
  ];
}

function note(app, { note: pair }) {
  return pair && el("p", { class: "note", lang: langMark(app, pair) }, app.words.plain(pair));
}

function facts(app, product) {
  const { words, catalog } = app;
  const rows = [
    ["price", price(app, product)],
    ["availability", product.availability && words.of(catalog.term("availability", product.availability).name)],
    ["stands_at", places(app, product)],
    ["released", product.released?.[words.code]],
  ].filter(([, value]) => value);
  return el("dl", { class: "facts" }, rows.map(([key, value]) =>
    el("div", { class: `facts__row facts__row--${key}` }, el("dt", {}, words.ui(key)), el("dd", {}, value))));
}

function price({ words }, product) {
  const found = product.price?.[words.code];
  if (!found) return words.ui("on_request");
  const asOf = found.as_of && words.ui("as_of", { date: found.as_of });
  const small = [found.period, found.basis, found.tax, asOf].filter(Boolean).join(" · ");
  return [el("b", { class: "amount" }, found.amount), el("span", { class: "quiet" }, small)];
}

function places({ words, catalog }, { places: found = [] }) {
  if (found.length === 0) return words.ui("not_on_show");
  return found.map((place) => {
    const hall = catalog.term("halls", place.hall);
    return el("span", { class: "stand" },
      el("b", {}, words.ui("stand", { stand: place.stand })),
      el("span", { class: "quiet" }, words.of(hall.name), " ", hall.floor !== undefined && words.ui("floor", hall)));
  });
}
