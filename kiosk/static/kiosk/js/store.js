// Getting the content, and getting it again when there is something newer.

import { indexContent } from "./catalog.js";

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

/**
 * `load()` answers with the catalog and keeps trying until it has it, telling `onTrouble`
 * of each failure. `refresh()` answers with a newer catalog, or null: a failure then
 * leaves the screen with what it has. A preview brings its content in the page and asks
 * for nothing.
 */
export function createStore({ manifestUrl, embedded, onTrouble }) {
  let version = null;
  let wake = () => {};

  async function newest() {
    const manifest = await read(manifestUrl, { cache: "no-cache" });
    if (manifest.version === version) return null;
    const file = manifest.files.find((found) => found.role === "content");
    const content = await read(file.url);
    version = manifest.version;
    return indexContent(content, new Set(manifest.withdrawals));
  }

  return {
    async load() {
      if (embedded) return indexContent(embedded, new Set());
      for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
        try {
          return await newest();
        } catch (error) {
          onTrouble(error);
          await pause(wait);
        }
      }
    },
    async refresh() {
      if (embedded) return null;
      try {
        return await newest();
      } catch {
        return null;
      }
    },
    retry: () => wake(),
  };

  function pause(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => { clearTimeout(timer); resolve(); };
    });
  }
}

async function read(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return response.json();
}
