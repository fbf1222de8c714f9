/** Shows one picture of a gallery at a time; without this they stand below each other. */
export function startGallery(root) {
  const items = [...root.querySelectorAll(".gallery__item")];
  const dots = [...root.querySelectorAll("[data-show]")];
  if (items.length < 2) return;

  function show(index) {
    items.forEach((item, at) => item.classList.toggle("gallery__item--shown", at === index));
    dots.forEach((dot, at) => (at === index ? dot.setAttribute("aria-current", "true") : dot.removeAttribute("aria-current")));
  }

  root.addEventListener("click", (event) => {
    const dot = event.target.closest("[data-show]");
    if (!dot) return;
    event.preventDefault();
    show(Number(dot.dataset.show));
  });
  root.classList.add("gallery--live");
  show(0);
}
