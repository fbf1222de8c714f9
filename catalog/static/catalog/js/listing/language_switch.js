/** On narrow screens: shows one language's fields, or both. */

export function switchLanguages(root, form) {
  root.hidden = false;
  root.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-show]");
    if (!chosen) return;
    form.dataset.shown = chosen.dataset.show;
    for (const button of root.querySelectorAll("[data-show]")) {
      button.setAttribute("aria-pressed", String(button === chosen));
    }
  });
  // a link to a field of the hidden language shows both again
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const field = link && document.getElementById(link.hash.slice(1));
    if (field?.closest("[data-tongue]")) root.querySelector("[data-show=both]").click();
  });
}
