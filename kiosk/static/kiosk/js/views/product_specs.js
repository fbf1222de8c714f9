// Figures: the few that people compare, large, and all of them in a table.

import { el } from "../element.js";

const MOST_FIGURES = 3;

export function keyFigures(app, { specs: all = [] }) {
  const shown = all.filter((spec) => spec.is_headline).slice(0, MOST_FIGURES);
  if (shown.length === 0) return null;
  return el("dl", { class: "figures", "aria-label": app.words.ui("key_figures") }, shown.map((spec) =>
    el("div", { class: "figures__item" }, el("dt", {}, nameOf(app, spec)), el("dd", {}, figure(app, spec)))));
}

function figure({ words }, spec) {
  const found = spec.figure?.[words.code];
  if (!found) return words.of(spec.value);
  return [el("b", {}, found.digits), found.unit && el("small", {}, ` ${found.unit}`)];
}

export function specs(app, { specs: all = [] }) {
  const { words } = app;
  if (all.length === 0) return el("p", { class: "text" }, words.ui("no_specs"));
  return el("table", { class: "specs" },
    el("caption", { class: "spoken" }, words.ui("specs")),
    el("tbody", {}, all.map((spec) =>
      el("tr", {}, el("th", { scope: "row" }, nameOf(app, spec)), el("td", {}, words.of(spec.value))))));
}

function nameOf({ words, catalog }, spec) {
  return words.of(catalog.term("spec_keys", spec.key).name);
}
