/** A form's words as plain values, there and back. */

const OWN = new Set(["csrfmiddlewaretoken", "version", "base", "action"]);

/** {name: text}, and a list of texts for a name that several boxes share. */
export function readForm(form) {
  const boxes = new Set([...form.querySelectorAll("input[type=checkbox]")].map((box) => box.name));
  const values = Object.fromEntries([...boxes].map((name) => [name, []]));
  for (const [name, value] of new FormData(form)) {
    if (value instanceof File || OWN.has(name)) continue;
    if (boxes.has(name)) values[name].push(value);
    else values[name] = value;
  }
  return values;
}

/** Puts values back where they were read; fields that are not named stay as they are. */
export function writeForm(form, values) {
  for (const field of form.elements) {
    if (!(field.name in values) || OWN.has(field.name) || field.type === "file") continue;
    if (field.type === "checkbox") field.checked = values[field.name].includes(field.value);
    else if (field.type === "radio") field.checked = values[field.name] === field.value;
    else field.value = values[field.name];
  }
}

/** What a request sends: everything but files, which travel by themselves. */
export function bodyOf(form) {
  const body = new FormData(form);
  for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
  return body;
}

/** Whether two sets of values say the same; an empty entry and none are alike. */
export function sameWords(one, other) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => plain(one[name]) === plain(other[name]));
}

function plain(value = "") {
  return Array.isArray(value) ? [...value].sort().join("\n") : value.replaceAll("\r\n", "\n");
}
