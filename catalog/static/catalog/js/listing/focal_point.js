/** Sets what matters most in a picture where it is tapped; its number fields do the same. */

export function setFocalPoints(form) {
  const enable = () => {
    for (const button of form.querySelectorAll("[data-focal][disabled]")) {
      button.disabled = false;
      mark(button);
    }
  };
  enable();
  new MutationObserver(enable).observe(form, { childList: true, subtree: true });

  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-focal]");
    if (!button) return;
    const [x, y] = fieldsOf(button);
    if (event.detail === 0) {
      // pressed by a key: there is no place, so the numbers are asked for
      x.closest("details").open = true;
      x.focus();
      return;
    }
    const frame = button.getBoundingClientRect();
    x.value = percent((event.clientX - frame.left) / frame.width);
    y.value = percent((event.clientY - frame.top) / frame.height);
    y.dispatchEvent(new Event("input", { bubbles: true }));
  });
  form.addEventListener("input", (event) => {
    const row = event.target.closest("[data-file]");
    if (row?.querySelector("[data-focal]")) mark(row.querySelector("[data-focal]"));
  });
}

function fieldsOf(button) {
  const row = button.closest("[data-file]");
  return ["x", "y"].map((axis) => row.querySelector(`[name$="-focal_${axis}"]`));
}

function mark(button) {
  const [x, y] = fieldsOf(button);
  const sign = button.querySelector("[data-focus-mark]");
  sign.hidden = x.value === "" || y.value === "";
  sign.style.insetInlineStart = `${x.value}%`;
  sign.style.insetBlockStart = `${y.value}%`;
}

function percent(share) {
  return String(Math.round(Math.min(1, Math.max(0, share)) * 100));
}
