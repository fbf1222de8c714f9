/** Follows a sheet that is being read: renews the bar, and shows the report once it is there. */
const PAUSE = 2000;

export function followProgress(root) {
  async function look() {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const newer = page.getElementById(root.id);
      if (!answer.ok || !newer) {
        location.reload();
        return;
      }
      root.replaceChildren(...newer.childNodes);
    } catch {
      // The network is away for a moment; the next look may find it again.
    }
    setTimeout(look, PAUSE);
  }

  setTimeout(look, PAUSE);
}

document.querySelectorAll("[data-progress]").forEach(followProgress);
