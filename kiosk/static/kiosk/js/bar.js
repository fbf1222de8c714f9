// Back, home and language: always there, always in the same place.

import { el } from "./element.js";
import { icon } from "./icons.js";

export function drawBar(bar, app) {
  const { words, place } = app;
  const isVisit = place.route !== "attract";
  bar.hidden = false;
  bar.dataset.route = place.route;
  bar.setAttribute("aria-label", words.ui("navigation"));
  bar.replaceChildren(
    el("div", { class: "bar__moves" }, isVisit && [
      button("back", app.back, icon("back"), words.ui("back")),
      button("home", app.home, icon("home"), words.ui("home")),
    ]),
    el("div", { class: "bar__languages", role: "group", "aria-label": words.ui("choose_language") },
      words.languages.map((language) => el("button", {
        type: "button",
        class: "bar__button",
        lang: language.html_lang,
        "data-key": `language-${language.code}`,
        "aria-pressed": isVisit ? String(language.code === words.code) : undefined,
        onClick: () => app.setLanguage(language.code),
      }, language.own_name))));
}

function button(key, onClick, sign, label) {
  return el("button", { type: "button", class: "bar__button", "data-key": key, onClick }, sign, el("span", {}, label));
}
