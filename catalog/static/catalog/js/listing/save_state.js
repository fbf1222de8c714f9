/** Says in words whether what was typed is saved. */

export function saveState(element) {
  return (name, time = "") => {
    const words = element.dataset[`word${name[0].toUpperCase()}${name.slice(1)}`].replace("{time}", time);
    element.dataset.state = name;
    if (element.textContent !== words) element.textContent = words;
  };
}
