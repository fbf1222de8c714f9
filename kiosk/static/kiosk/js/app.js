// The visit: which place is shown in which language, and how it ends.
//
// A view is a function (app, place, signal) that gives back one element. To add a state,
// write its view and name it in VIEWS; it is then a route like the others, and language,
// Back, idle return and reset work on it without more.

import { drawBar } from "./bar.js";
import { createIdle } from "./idle.js";
import { createPlaces } from "./places.js";
import { keepFocus, keepScrolls, restoreFocus, restoreScrolls } from "./keeping.js";
import { attract } from "./views/attract.js";
import { browse } from "./views/browse.js";
import { family } from "./views/family.js";
import { field } from "./views/field.js";
import { product } from "./views/product.js";
import { vendor } from "./views/vendor.js";
import { createWarning } from "./warning.js";
import { createWords } from "./words.js";

const VIEWS = { attract, browse, field, family, vendor, product };
const ATTRACT = { route: "attract" };
const HOME = { route: "browse" };
const REFRESH_MS = 60_000;

export function createApp({ store, catalog, startLanguage, idleSeconds, stage, bar, dialog }) {
  const words = createWords(catalog, startLanguage);
  const places = createPlaces(ATTRACT);
  const idle = createIdle({ seconds: idleSeconds, onIdle: () => warning.ask() });
  const warning = createWarning(dialog, { words, onContinue: idle.start, onEnd: reset });
  let left = new AbortController();

  const app = {
    words,
    get catalog() { return catalog; },
    get place() { return places.current; },
    startLanguage,
    open(place) { note({}); places.open(place); render(); },
    change(facts) { note(facts); render(); },
    note,
    back,
    home() { if (isVisit()) { places.start(ATTRACT, HOME); render(); } },
    /** The first touch: a visit begins, in this language. */
    begin(code = startLanguage) { words.setLanguage(code); places.start(ATTRACT, HOME); render(); },
    setLanguage(code) {
      if (!isVisit()) return app.begin(code);
      note({});
      words.setLanguage(code);
      render();
    },
    reset,
  };

  setInterval(refresh, REFRESH_MS);
  return app;

  function isVisit() { return places.current.route !== ATTRACT.route; }

  /** Remembers facts of this place, and where it is scrolled to, without drawing it anew. */
  function note(facts) { places.change({ scrolls: keepScrolls(), focus: keepFocus(), ...facts }); }

  function back() {
    if (dialog.open || !isVisit()) return;
    places.leave();
    if (isVisit()) render();
    else reset();
  }

  /** Forgets the visit: nothing of it is left to go back to. */
  function reset() {
    if (dialog.open) dialog.close();
    words.setLanguage(startLanguage);
    places.start(ATTRACT);
    render();
    refresh();
  }

  /** New content replaces the old only while nobody is looking anything up. */
  async function refresh() {
    if (isVisit()) return;
    const newer = await store.refresh();
    if (!newer) return;
    catalog = newer;
    words.use(newer);
    if (!isVisit()) render();
  }

  function render() {
    left.abort();
    left = new AbortController();
    const place = places.current;
    const focused = keepFocus();
    stage.replaceChildren(VIEWS[place.route](app, place, left.signal));
    stage.dataset.route = place.route;
    drawBar(bar, app);
    restoreScrolls(place.scrolls);
    restoreFocus(stage, focused, place.focus);
    if (isVisit()) idle.start();
    else idle.stop();
  }
}
