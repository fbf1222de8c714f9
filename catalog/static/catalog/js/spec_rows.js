/** Shows the specs of the family that is chosen, and never forgets what was typed. */

const FIRST_OF_OTHERS = 10_000;

/** Keeps the rows in `root` to the family that the form's select has. */
export function followFamily(root) {
  const select = document.getElementById(root.dataset.familyInput);
  const rows = [...root.querySelectorAll("[data-spec-row]")];
  if (!select) return;

  const arrange = () => {
    for (const row of rows) show(row, select.value);
    rows.sort((one, other) => place(one, select.value) - place(other, select.value));
    if (rows.some((row, place) => row !== root.children[place])) root.append(...rows);
    root.parentElement.querySelector("[data-spec-none]").hidden = Boolean(select.value);
  };
  select.addEventListener("change", arrange);
  root.addEventListener("input", (event) => mark(event.target.closest("[data-spec-row]"), select.value));
}

function show(row, family) {
  row.hidden = !isOffered(row, family) && !isFilled(row);
  mark(row, family);
}

function mark(row, family) {
  const isRequired = row.dataset.requiredBy.split(" ").includes(family);
  const confirmed = row.querySelector("[data-spec-input=is_confirmed]"); // editors have it
  toggle(row, "required", isRequired);
  toggle(row, "missing", isRequired && !isFilled(row));
  toggle(row, "extra", !isOffered(row, family));
  toggle(row, "unconfirmed", isFilled(row) && confirmed !== null && !confirmed.checked);
}

function toggle(row, name, isShown) {
  const sign = row.querySelector(`[data-spec-${name}]`);
  if (sign) sign.hidden = !isShown;
}

function isFilled(row) {
  return [...row.querySelectorAll("[data-spec-value] [data-spec-input]")].some((input) => input.value.trim());
}

function isOffered(row, family) {
  return placesOf(row).has(family);
}

function place(row, family) {
  return placesOf(row).get(family) ?? FIRST_OF_OTHERS;
}

function placesOf(row) {
  return new Map(
    row.dataset.places
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split(":"))
      .map(([family, order]) => [family, Number(order)]),
  );
}

for (const root of document.querySelectorAll("[data-spec-rows]")) followFamily(root);
