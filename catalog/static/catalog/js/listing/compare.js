/** Once a choice between two versions is sent, the copy on this device has done its work. */

import { deviceCopy } from "./device_copy.js";

export function forgetWhenChosen(form) {
  form.addEventListener("submit", () => deviceCopy(form.dataset.copy).drop());
}

for (const form of document.querySelectorAll("[data-compare-versions]")) forgetWhenChosen(form);
