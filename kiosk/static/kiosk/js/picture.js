// Pictures in the formats the content offers, and a calm motif where there is none.

import { el } from "./element.js";
import { shape } from "./icons.js";

/** A picture, cropped around its focus where its box is of another shape. */
export function picture(record, { field, sizes, alt = "", lang, eager = false }) {
  if (!record) return motif(field);
  const last = record.files.at(-1);
  const image = el("img", {
    src: last.url, width: last.width, height: last.height, alt, lang,
    decoding: eager ? "sync" : "async", draggable: "false",
  });
  image.style.objectPosition = `${record.focus_x * 100}% ${record.focus_y * 100}%`;
  const whole = el("picture", { class: "picture" }, formats(record.files, sizes), image);
  image.addEventListener("error", () => whole.replaceWith(motif(field)), { once: true });
  return whole;
}

function formats(files, sizes) {
  return [...Map.groupBy(files, (file) => file.media_type)].map(([type, group]) =>
    el("source", { type, sizes, srcset: group.map((file) => `${file.url} ${file.width}w`).join(", ") }));
}

/** The field's shape on paper, in the place of a picture. */
function motif(field) {
  return el("span", { class: "motif", "aria-hidden": "true" }, shape(field));
}
