/** Brings back words that an earlier visit left on this device, and tells the person. */

import { readForm, sameWords, writeForm } from "./form_words.js";

/** Returns whether the form was changed by it. */
export function restoreCopy(form, notice, copy, { prepare }) {
  const kept = copy.read();
  if (!kept || sameWords(kept.values, readForm(form))) {
    copy.drop();
    return false;
  }
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" });
  const show = (name) => {
    const line = notice.querySelector(`[data-copy-${name}]`);
    line.textContent = line.textContent.replace("{time}", time.format(kept.at));
    line.hidden = notice.hidden = false;
  };
  const fits = isNext(form, kept);
  notice.querySelector("[data-copy-drop]").addEventListener("click", () => {
    copy.drop();
    if (fits) location.reload();
    notice.hidden = true;
  });
  if (!fits) {
    show("older");
    offerComparison(form, notice, kept, prepare);
    return false;
  }
  prepare(kept.values);
  writeForm(form, kept.values);
  show("restored");
  return true;
}

/** Whether the server has what these words were written upon: what was read, or sent last. */
function isNext(form, kept) {
  if (kept.version === Number(form.elements.version.value)) return true;
  return Boolean(kept.sent) && sameWords(kept.sent, JSON.parse(form.elements.base.value || "{}"));
}

function offerComparison(form, notice, kept, prepare) {
  const button = notice.querySelector("[data-copy-compare]");
  button.hidden = false;
  button.addEventListener("click", () => {
    prepare(kept.values);
    writeForm(form, kept.values);
    form.elements.version.value = kept.version;
    form.elements.base.value = JSON.stringify(kept.base);
    form.requestSubmit(form.querySelector("[data-compare]"));
  });
}
