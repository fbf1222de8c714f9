/** Shows how complete the listing is after each save. */

export function followCompleteness(root) {
  const list = root.querySelector("[data-missing]");
  return ({ percent, missing }) => {
    root.querySelector("[data-percent]").textContent = percent;
    root.querySelector("progress").value = percent;
    root.querySelector("[data-count]").textContent = missing.length;
    root.querySelector("details").hidden = missing.length === 0;
    list.replaceChildren(...missing.map(([name, label]) => entry(name, label)));
  };
}

function entry(name, label) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = name === "pictures" ? "#pictures" : `#id_${name}`;
  link.textContent = label;
  item.append(link);
  return item;
}
