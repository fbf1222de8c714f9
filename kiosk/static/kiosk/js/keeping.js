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

/**
 * Remembers which control has the focus (`data-key`), and gives back a function that
 * returns it to the same control, or to the stage where that control is gone, so that
 * keys and screen readers go on from the top of the new view.
 */
export function keepFocus(stage) {
  const key = document.activeElement?.dataset.key;
  return () => {
    const same = key && document.querySelector(`[data-key="${CSS.escape(key)}"]:not(:disabled)`);
    (same || stage).focus({ preventScroll: true });
  };
}
