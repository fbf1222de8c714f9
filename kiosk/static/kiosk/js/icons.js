// The few signs of the screens, drawn with one stroke. Always beside a word, never alone.

import { svg } from "./element.js";

const PATHS = {
  back: "M15 5l-7 7 7 7",
  forward: "M9 5l7 7-7 7",
  home: "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
  pause: "M9 5v14M15 5v14",
  play: "M8 5l11 7-11 7z",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  place: "M12 21c-4-5-6-8-6-11a6 6 0 0112 0c0 3-2 6-6 11zM12 8v4",
  touch: "M12 3v10M8 9l4 4 4-4M5 20h14",
};
const SHAPES = {
  ai: "M12 3a9 9 0 110 18 9 9 0 010-18z",
  robot: "M4 4h16v16H4z",
  fsd: "M12 3l10 18H2z",
};
const OTHER_SHAPE = "M12 2l10 10-10 10L2 12z";

export function icon(name) {
  return sign("icon", PATHS[name]);
}

/** The mark of a strategic field: its shape in its hue. */
export function shape(field) {
  return sign(`shape hue-${field}`, SHAPES[field] ?? OTHER_SHAPE);
}

function sign(classes, path) {
  return svg("svg", { class: classes, viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: path }));
}
