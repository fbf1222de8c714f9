// Sizes in millimetres: how many CSS pixels one of them is on this panel.

const MM_PER_INCH = 25.4;

/** Sets `--mm` on the page, now and when the window changes. The window counts as the whole panel. */
export function fitPanel(root, diagonalInches) {
  const fit = () => {
    const pixels = Math.hypot(root.clientWidth, window.innerHeight);
    root.style.setProperty("--mm", `${(pixels / (diagonalInches * MM_PER_INCH)).toFixed(4)}px`);
  };
  window.addEventListener("resize", fit);
  fit();
}
