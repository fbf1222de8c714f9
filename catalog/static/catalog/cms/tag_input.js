/** Names the input that Wagtail's tag widget draws beside the labelled, hidden one. */

/** Gives the drawn input the label of `field`. */
export function nameTagInput(field) {
  const drawn = field.closest("[data-field-input]")?.querySelector(".tagit-new input");
  const label = document.querySelector(`label[for="${field.id}"]`) ?? document.getElementById(`${field.id}-label`);
  if (drawn && label) drawn.setAttribute("aria-label", label.textContent.trim());
}

// The widget draws its input when its own script has run.
addEventListener("load", () => {
  const field = document.getElementById("id_tags");
  if (field) nameTagInput(field);
});
