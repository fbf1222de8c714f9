// Keeping a visitor's hands inside the screen: what a browser offers and a kiosk must not.

const ZOOM_KEYS = new Set(["+", "-", "=", "0"]);

/**
 * Refuses menus, selecting, dragging, pinching and zooming, and turns the browser's Back
 * into `onBack`. The browser's history holds nothing of what a visitor looked at.
 */
export function guard(root, { onBack }) {
  const refuse = (event) => event.preventDefault();
  for (const name of ["contextmenu", "selectstart", "dragstart", "gesturestart", "auxclick"])
    root.addEventListener(name, refuse);
  root.addEventListener("wheel", (event) => { if (event.ctrlKey) refuse(event); }, { passive: false });
  root.addEventListener("touchmove", (event) => { if (event.touches.length > 1) refuse(event); }, { passive: false });
  root.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && ZOOM_KEYS.has(event.key)) refuse(event);
  });
  trapBack(root, onBack);
}

/** One entry of padding in the browser's history, put back by the touch after it was used. */
function trapBack(root, onBack) {
  let isPadded = false;
  root.addEventListener("pointerdown", () => {
    if (!isPadded) window.history.pushState({ padding: true }, "");
    isPadded = true;
  });
  window.addEventListener("popstate", () => { isPadded = false; onBack(); });
}
