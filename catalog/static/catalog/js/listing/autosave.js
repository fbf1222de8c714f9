/** Saves a listing while one types. What cannot reach the server stays on this device. */

import { bodyOf, readForm, sameWords } from "./form_words.js";

const PAUSE = 1200;
const RETRY = 4000;
const REMEMBERED = 5;

/**
 * `tell(state, time)` says how it stands, `copy` keeps words on the device, `onSaved` gets the
 * server's answer. `sent` are words that an earlier visit may have sent. Returns `{save, touch}`:
 * save now, and look whether something has changed.
 */
export function keepSaving(form, { tell, copy, onSaved, sent }) {
  const written = [...sent];
  let saved = JSON.stringify(readForm(form));
  let sending = null;
  let running = null;
  let halted = false;
  let leaving = false;
  let timer;

  const isChanged = () => JSON.stringify(readForm(form)) !== saved;
  const later = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };

  function keepCopy() {
    copy.keep({
      version: Number(form.elements.version.value),
      base: JSON.parse(form.elements.base.value || "{}"),
      values: readForm(form),
      sent: sending && JSON.parse(sending),
    });
  }

  function touch() {
    if (!isChanged()) return;
    keepCopy();
    if (halted) return;
    if (!running && navigator.onLine) tell("unsaved");
    later(PAUSE);
  }

  function save() {
    clearTimeout(timer);
    if (running) return running.then(() => (isChanged() && !halted ? save() : null));
    if (halted || !isChanged()) return Promise.resolve();
    running = send().finally(() => (running = null));
    return running;
  }

  async function send() {
    sending = JSON.stringify(readForm(form));
    written.push(JSON.parse(sending));
    written.splice(0, written.length - REMEMBERED);
    tell("saving");
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: bodyOf(form), redirect: "manual" });
      if (answer.ok) accept(await answer.json());
      else if (answer.status === 409) settle(await answer.json());
      else {
        tell(answer.status >= 429 ? "unsaved" : "refused");
        later(RETRY);
      }
    } catch {
      tell("offline");
      later(RETRY);
    }
  }

  function accept(answer) {
    form.elements.version.value = answer.version;
    form.elements.base.value = sending;
    saved = sending;
    onSaved(answer);
    if (isChanged()) return touch();
    copy.drop();
    tell("saved", answer.time);
  }

  /** Another version is there. One of our own, whose answer was lost, is no other window's. */
  function settle(answer) {
    if (!answer.data || !written.some((values) => sameWords(withoutFiles(values), answer.data))) {
      halt(answer.state);
      return;
    }
    form.elements.version.value = answer.version;
    const files = Object.entries(JSON.parse(form.elements.base.value || "{}")).filter(isOfFile);
    form.elements.base.value = JSON.stringify({ ...answer.data, ...Object.fromEntries(files) });
    later(0);
  }

  function halt(state) {
    halted = true;
    keepCopy();
    tell(state);
    form.querySelector("[data-compare]").hidden = state !== "stale";
  }

  form.addEventListener("input", touch);
  form.addEventListener("change", touch);
  window.addEventListener("online", save);
  window.addEventListener("offline", () => isChanged() && tell("offline"));
  window.addEventListener("pagehide", () => {
    if (leaving || !isChanged()) return;
    keepCopy();
    if (!halted) navigator.sendBeacon(form.dataset.autosave, bodyOf(form));
  });
  form.addEventListener("submit", (event) => {
    if (!running) {
      leaving = true;
      return;
    }
    // its answer brings the version that this sending needs
    event.preventDefault();
    running.finally(() => form.requestSubmit(event.submitter));
  });
  return { save, touch };
}

function withoutFiles(values) {
  return Object.fromEntries(Object.entries(values).filter((entry) => !isOfFile(entry)));
}

function isOfFile([name]) {
  return name.startsWith("upload-");
}
