// Starts the screen: sizes, guards, content, then the attract loop.

import { createApp } from "./app.js";
import { guard } from "./guard.js";
import { listenToKeys } from "./keys.js";
import { fitPanel } from "./panel.js";
import { createStore } from "./store.js";

const facts = document.body.dataset;
const stage = document.querySelector("#stage");
const waiting = stage.querySelector(".waiting");

fitPanel(document.documentElement, Number(facts.diagonalInches));

const embedded = document.querySelector("#content");
const store = createStore({
  manifestUrl: facts.manifest,
  embedded: embedded && JSON.parse(embedded.textContent),
  onTrouble: () => { waiting.dataset.state = "trouble"; },
});
for (const button of waiting.querySelectorAll("[data-retry]")) button.addEventListener("click", store.retry);

const handlers = { onBack: () => {}, onHome: () => {} };
guard(document, { onBack: () => handlers.onBack() });

const app = createApp({
  store,
  catalog: await store.load(),
  startLanguage: facts.startLanguage,
  idleSeconds: Number(facts.idleSeconds),
  stage,
  bar: document.querySelector("#bar"),
  dialog: document.querySelector("#warning"),
});
handlers.onBack = app.back;
listenToKeys({ stage, onBack: app.back, onHome: app.home });
// A fault in one view must not leave a dead screen: the next visitor finds a fresh one.
window.addEventListener("error", app.reset);
window.addEventListener("unhandledrejection", app.reset);
app.reset();
if (facts.startProduct) {
  app.begin();
  app.open({ route: "product", key: facts.startProduct });
}
