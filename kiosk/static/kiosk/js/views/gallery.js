// The pictures of a product, one at a time, enlarged by buttons and moved about by hand.

import { el } from "../element.js";
import { icon } from "../icons.js";
import { picture } from "../picture.js";

const ZOOMS = [1, 1.5, 2, 3];

export function gallery(app, product, place) {
  const { catalog, words } = app;
  const records = (product.pictures ?? []).map(catalog.picture).filter(Boolean);
  const shown = Math.min(place.picture ?? 0, Math.max(0, records.length - 1));
  const record = records[shown];
  const canvas = el("div", { class: "gallery__canvas" },
    picture(record, {
      field: product.field, sizes: "(orientation: portrait) 100vw, 50vw", eager: true,
      alt: words.plain(record?.alt), lang: record && altLang(words, record),
    }));
  const frame = el("div", { class: "gallery__frame", "data-scroll": "picture", "data-pan": true, role: "group",
    "aria-label": words.ui("pictures") }, canvas);
  return el("figure", { class: "gallery" },
    frame,
    el("figcaption", { class: "gallery__foot" },
      el("p", { class: "caption" }, record?.is_illustration && words.ui("illustration")),
      el("div", { class: "gallery__controls" },
        records.length > 1 && turning(app, shown, records.length),
        record && zooming(app, place, frame, canvas))));
}

function altLang(words, record) {
  const lang = words.langOf(record.alt);
  return lang === words.language.html_lang ? undefined : lang;
}

function turning(app, shown, count) {
  const turn = (by) => () => app.change({ picture: (shown + count + by) % count, zoom: 1 });
  const { ui } = app.words;
  return [
    button("picture-before", turn(-1), icon("back"), ui("previous_picture")),
    button("picture-after", turn(1), icon("forward"), ui("next_picture")),
  ];
}

/** Two buttons that enlarge the canvas within its frame around the middle of what is seen. */
function zooming(app, place, frame, canvas) {
  const { ui } = app.words;
  let zoom = ZOOMS.includes(place.zoom) ? place.zoom : 1;
  const step = (by) => () => {
    const before = zoom;
    zoom = ZOOMS[ZOOMS.indexOf(zoom) + by];
    const middle = (start, size) => ((start + size / 2) * zoom) / before - size / 2;
    const target = { left: middle(frame.scrollLeft, frame.clientWidth), top: middle(frame.scrollTop, frame.clientHeight) };
    apply();
    frame.scrollTo({ ...target, behavior: "instant" });
    app.note({ zoom });
  };
  const reduce = button("zoom-out", step(-1), icon("minus"), ui("zoom_out"));
  const enlarge = button("zoom-in", step(1), icon("plus"), ui("zoom_in"));
  const apply = () => {
    canvas.style.width = `${zoom * 100}%`;
    canvas.style.height = `${zoom * 100}%`;
    reduce.disabled = zoom === ZOOMS[0];
    enlarge.disabled = zoom === ZOOMS.at(-1);
    if (zoom > 1) frame.tabIndex = 0;
    else frame.removeAttribute("tabindex");
  };
  apply();
  return [reduce, enlarge];
}

function button(key, onClick, sign, label) {
  return el("button", { type: "button", class: "button button--small", "data-key": key, onClick }, sign, el("span", {}, label));
}
