/** A copy of unsaved words on this device, for when neither network nor tab lasts. */

export function deviceCopy(key) {
  return {
    keep(record) {
      try {
        localStorage.setItem(key, JSON.stringify({ ...record, at: Date.now() }));
      } catch {
        // full or forbidden: the form itself still holds the words
      }
    },
    read() {
      try {
        return JSON.parse(localStorage.getItem(key));
      } catch {
        return null;
      }
    },
    drop() {
      try {
        localStorage.removeItem(key);
      } catch {
        // nothing could be kept either
      }
    },
  };
}
