// The screen's own products in both languages side by side, until somebody touches it.

import { el } from "../element.js";
import { icon, shape } from "../icons.js";
import { picture } from "../picture.js";

const SLIDE_MS = 7000;

export function attract(app, place, signal) {
  const { catalog, words } = app;
  const slide = el("div", { class: "attract__slide" });
  let shown = 0;
  let timer = null;

  const show = (number) => {
    shown = number % Math.max(1, catalog.attract.length);
    const product = catalog.attract[shown];
    if (product) slide.replaceChildren(...slideOf(app, product));
  };
  const setPlaying = (playing) => {
    clearInterval(timer);
    timer = playing ? setInterval(() => show(shown + 1), SLIDE_MS) : null;
    pause.replaceChildren(icon(playing ? "pause" : "play"), ...bothLabels(words, playing ? "pause" : "play"));
  };
  const pause = el("button", { type: "button", class: "button attract__pause", "data-key": "pause",
    onClick: () => setPlaying(timer === null) });

  show(0);
  setPlaying(!window.matchMedia("(prefers-reduced-motion: reduce)").matches);
  signal.addEventListener("abort", () => clearInterval(timer));
  // Before any button answers: it may redraw what was touched, and hide that it was a button.
  document.addEventListener("click", ({ target }) => {
    if (!target.closest("button")) app.begin(target.closest("[data-side]")?.dataset.side);
  }, { signal, capture: true });

  return el("div", { class: "attract" },
    el("header", { class: "attract__center" }, centerNames(words)),
    slide,
    pause,
    el("button", { type: "button", class: "attract__start", "data-key": "start", onClick: () => app.begin() },
      bothLabels(words, "touch_to_start")));
}

function slideOf(app, product) {
  const { catalog, words } = app;
  const [first] = product.pictures ?? [];
  const record = catalog.picture(first);
  return [
    el("figure", { class: "attract__picture" },
      picture(record, { field: product.field, sizes: "(orientation: portrait) 100vw, 60vw", eager: true }),
      record?.is_illustration && el("figcaption", { class: "caption" }, bothLabels(words, "illustration_short"))),
    el("div", { class: "attract__words" }, words.languages.map((language) => side(app, product, language))),
  ];
}

/** One language's half: touching it begins in that language. */
function side(app, product, { code, html_lang: lang }) {
  const { catalog, words } = app;
  const name = words.of(catalog.term("fields", product.field).name, code);
  return el("section", { class: "attract__side", lang, "data-side": code },
    el("p", { class: "mark" }, shape(product.field), el("span", {}, name)),
    el("h2", { class: "attract__title" }, words.of(product.title, code)),
    el("p", { class: "attract__tagline" }, words.of(product.tagline, code)));
}

function bothLabels(words, key) {
  return words.languages.map(({ code, html_lang: lang }) => el("span", { lang }, words.ui(key, {}, code)));
}

/** The centre's name in both languages; the first is the page's heading. */
function centerNames(words) {
  return words.languages.map(({ code, html_lang: lang }, place) =>
    el(place === 0 ? "h1" : "p", { class: "attract__name", lang }, words.ui("center", {}, code)));
}
