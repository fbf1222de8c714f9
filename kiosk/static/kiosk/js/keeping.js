// What must stay when a view is drawn anew: where it was scrolled to, and the focus.

/** {name: [left, top]} of every box that scrolls (`data-scroll`). */
export function keepScrolls() {
  const boxes = [...document.querySelectorAll("[data-scroll]")];
  return Object.fromEntries(boxes.map((box) => [box.dataset.scroll, [box.scrollLeft, box.scrollTop]]));
}

export function restoreScrolls(scrolls = {}) {
  for (const box of document.querySelectorAll("[data-scroll]")) {
    const [left, top] = scrolls[box.dataset.scroll] ?? [0, 0];
    box.scrollTo({ left, top, behavior: "instant" });
  }
}

/** The name of the control that has the focus (`data-key`). */
export function keepFocus() {
  return document.activeElement?.dataset.key;
}

/**
 * Gives the focus to the first of these controls that is there, or to the stage, so that
 * keys and screen readers go on from the top of the new view.
 */
export function restoreFocus(stage, ...keys) {
  const find = (key) => document.querySelector(`[data-key="${CSS.escape(key)}"]:not(:disabled)`);
  const control = keys.filter(Boolean).map(find).find(Boolean);
  (control ?? stage).focus({ preventScroll: true });
}
