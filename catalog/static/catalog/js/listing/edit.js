/** The listing form: saving while one types, files, certificates, previews. */

import { keepSaving } from "./autosave.js";
import { growCertificates } from "./certificates.js";
import { deviceCopy } from "./device_copy.js";
import { setFocalPoints } from "./focal_point.js";
import { switchLanguages } from "./language_switch.js";
import { followCompleteness } from "./meter.js";
import { restoreCopy } from "./restore.js";
import { saveState } from "./save_state.js";
import { sendFiles } from "./uploads.js";

export function editListing(form) {
  for (const part of form.querySelectorAll("[data-without-script]")) part.hidden = true;
  for (const root of form.querySelectorAll("[data-files]")) sendFiles(root, form);
  setFocalPoints(form);
  switchLanguages(form.querySelector("[data-language-switch]"), form);
  const prepare = growCertificates(form.querySelector("[data-certificates]"));
  const copy = deviceCopy(form.dataset.copy);
  const left = copy.read();
  const saver = keepSaving(form, {
    tell: saveState(form.querySelector("[data-save-state]")),
    copy,
    onSaved: followCompleteness(form.querySelector("[data-complete]")),
    sent: left ? [left.values, left.sent ?? {}] : [],
  });
  if (restoreCopy(form, document.querySelector("[data-device-copy]"), copy, { prepare })) saver.touch();
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=action]");
    if (button?.dataset.confirm && !window.confirm(button.dataset.confirm)) event.preventDefault();
    if (button?.dataset.preview) openPreview(event, button, saver);
  });
  document.getElementById("mistakes")?.focus();
}

/** Saves here first: a preview that sent the form from another tab would make this one stale. */
async function openPreview(event, button, saver) {
  event.preventDefault();
  const tab = window.open("about:blank", "_blank");
  await saver.save();
  if (tab) tab.location = button.dataset.preview;
  else location.assign(button.dataset.preview);
}

for (const form of document.querySelectorAll("[data-listing-form]")) editListing(form);
