// The whole screen from a keypad: arrows move the focus, Enter chooses, Escape goes back.

const STEPS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const REACHABLE = "button:not(:disabled), [tabindex='0']";
const SCROLL_SHARE = 0.6;

export function listenToKeys({ stage, onBack, onHome }) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key in STEPS) {
      event.preventDefault();
      move(stage, STEPS[event.key]);
    } else if (document.querySelector("dialog[open]")) {
      return; // the dialog answers Escape itself
    } else if (event.key === "Escape" || event.key === "BrowserBack") {
      event.preventDefault();
      onBack();
    } else if (event.key === "Home" || event.key === "BrowserHome") {
      event.preventDefault();
      onHome();
    }
  });
}

/** To the nearest control that way; where the view goes on out of sight, it scrolls first. */
function move(stage, step) {
  const here = document.activeElement;
  if (here?.dataset.pan !== undefined && scrolled(here, step)) return;
  let target = nearest(here, step);
  const leavesStage = !target || (stage.contains(here) && !stage.contains(target));
  if (step[1] !== 0 && leavesStage && stage.contains(here) && scrolled(stage, step)) target = nearest(here, step) ?? here;
  target?.focus();
}

function scrolled(box, [x, y]) {
  const before = [box.scrollLeft, box.scrollTop];
  box.scrollBy({ left: x * box.clientWidth * SCROLL_SHARE, top: y * box.clientHeight * SCROLL_SHARE, behavior: "instant" });
  return box.scrollLeft !== before[0] || box.scrollTop !== before[1];
}

function nearest(here, [x, y]) {
  const scope = document.querySelector("dialog[open]") ?? document;
  const all = [...scope.querySelectorAll(REACHABLE)].filter((node) => node !== here && inSight(node));
  if (!here || here === document.body || here.tabIndex < 0) return all[0];
  const from = here.getBoundingClientRect();
  const distance = (node) => {
    const to = node.getBoundingClientRect();
    const ahead = x ? x * (center(to).x - center(from).x) : y * (center(to).y - center(from).y);
    const aside = x ? gap(from.top, from.bottom, to.top, to.bottom) : gap(from.left, from.right, to.left, to.right);
    return ahead > 1 && !overlaps(from, to, x) ? ahead + 3 * aside : Infinity;
  };
  return all.map((node) => [distance(node), node]).filter(([far]) => far < Infinity).sort((a, b) => a[0] - b[0])[0]?.[1];
}

/** Whether two boxes share the axis of the step so far that one is not beyond the other. */
function overlaps(from, to, alongX) {
  const shared = alongX
    ? Math.min(from.right, to.right) - Math.max(from.left, to.left)
    : Math.min(from.bottom, to.bottom) - Math.max(from.top, to.top);
  return shared > 0.5 * Math.min(alongX ? from.width : from.height, alongX ? to.width : to.height);
}

const center = (box) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
const gap = (a1, a2, b1, b2) => Math.max(0, b1 - a2, a1 - b2);

/** Shown, and inside both the window and the box that scrolls it. */
function inSight(node) {
  if (!node.checkVisibility({ visibilityProperty: true })) return false;
  const box = node.getBoundingClientRect();
  const stage = node.closest("#stage")?.getBoundingClientRect() ?? document.documentElement.getBoundingClientRect();
  return box.bottom > stage.top + 1 && box.top < stage.bottom - 1;
}
