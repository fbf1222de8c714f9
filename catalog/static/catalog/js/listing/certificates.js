/** Adds and removes rows of certificates in place. */

/** Returns a function that makes the rows which these values need. */
export function growCertificates(root) {
  const spare = root.querySelector("[data-spare]");
  const add = root.querySelector("[data-add-certificate]");
  const rows = () => [...root.querySelectorAll("[data-certificate]")];
  const placeOf = (row) => Number(row.querySelector("[name]").name.split("-")[1]);
  const nextPlace = () => Math.max(-1, ...rows().map(placeOf)) + 1;
  const most = Number(root.dataset.most);

  const appendRow = () => {
    const place = nextPlace();
    if (place >= most) return null;
    const row = spare.content.firstElementChild.cloneNode(true);
    for (const element of row.querySelectorAll("[name], [id], [for], [aria-describedby]")) {
      for (const attribute of ["name", "id", "for", "aria-describedby"]) {
        const value = element.getAttribute(attribute);
        if (value) element.setAttribute(attribute, value.replace(`certificate-${most}-`, `certificate-${place}-`));
      }
    }
    spare.before(row);
    add.hidden = nextPlace() >= most;
    return row;
  };

  const isEmpty = (row) => [...row.querySelectorAll("[name]")].every((field) => !field.value);
  // the empty row is for browsers without scripts
  for (const row of rows().filter(isEmpty)) row.remove();
  add.hidden = nextPlace() >= most;
  add.addEventListener("click", () => appendRow()?.querySelector("select, input").focus());
  for (const button of root.querySelectorAll("[data-remove-certificate]")) button.hidden = false;
  root.addEventListener("click", (event) => {
    const row = event.target.closest("[data-remove-certificate]")?.closest("[data-certificate]");
    if (!row) return;
    // emptied and hidden, not taken out: an empty row is what says that it is gone
    for (const field of row.querySelectorAll("[name]")) field.value = "";
    row.hidden = true;
    add.focus();
    row.dispatchEvent(new Event("input", { bubbles: true }));
  });

  return (values) => {
    const places = Object.keys(values).map((name) => Number(/^certificate-(\d+)-/.exec(name)?.[1] ?? -1));
    const last = Math.min(Math.max(-1, ...places), most - 1);
    while (nextPlace() <= last) appendRow();
  };
}
