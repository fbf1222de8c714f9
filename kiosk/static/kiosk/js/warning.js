// Asking whether anyone is still there, with a countdown that can be answered.

import { el } from "./element.js";

const COUNTDOWN_SECONDS = 20;
const SPOKEN_EVERY = 5;

/**
 * `ask()` shows the dialog over whatever is there. A touch on "continue", beside the
 * dialog, or Escape calls `onContinue`; "finish", or no answer, calls `onEnd`.
 */
export function createWarning(dialog, { words, onContinue, onEnd }) {
  let ticker = null;

  const close = (then) => () => {
    clearInterval(ticker);
    ticker = null;
    if (dialog.open) dialog.close();
    dialog.replaceChildren();
    then();
  };
  const goOn = close(onContinue);
  const end = close(onEnd);

  dialog.addEventListener("cancel", (event) => { event.preventDefault(); goOn(); });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) goOn(); });

  return {
    get isOpen() { return dialog.open; },
    ask() {
      const left = { seconds: COUNTDOWN_SECONDS };
      const number = el("span", { class: "warning__number", "aria-hidden": "true" }, String(left.seconds));
      const spoken = el("p", { class: "spoken", role: "status" }, words.ui("seconds_left", left));
      dialog.replaceChildren(
        el("div", { class: "warning__box" },
          el("h2", { id: "warning-title", class: "warning__title" }, words.ui("still_there")),
          el("p", { id: "warning-text" }, words.ui("will_reset")),
          el("p", { class: "warning__count", "aria-hidden": "true" }, number, words.ui("seconds")),
          spoken,
          el("div", { class: "warning__answers" },
            el("button", { type: "button", class: "button", onClick: end }, words.ui("end")),
            el("button", { type: "button", class: "button button--main", onClick: goOn, autofocus: true },
              words.ui("continue")))));
      dialog.showModal();
      ticker = setInterval(() => {
        left.seconds -= 1;
        number.textContent = left.seconds;
        if (left.seconds % SPOKEN_EVERY === 0) spoken.textContent = words.ui("seconds_left", left);
        if (left.seconds <= 0) end();
      }, 1000);
    },
  };
}
