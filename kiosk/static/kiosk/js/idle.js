// Noticing that nobody is there any more.

const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchmove"];

/**
 * Calls `onIdle` once when there has been no sign of a visitor for `seconds`. `start()`
 * begins to wait anew, `stop()` ends waiting; `hold()` keeps it from running out (a video
 * plays, the voice speaks) until the function it gives back is called.
 */
export function createIdle({ seconds, onIdle }) {
  let timer = null;
  let holds = 0;

  const stop = () => { clearTimeout(timer); timer = null; };
  const start = () => {
    stop();
    if (holds === 0) timer = setTimeout(() => { timer = null; onIdle(); }, seconds * 1000);
  };
  const seen = () => { if (timer !== null) start(); };
  for (const sign of SIGNS) window.addEventListener(sign, seen, { capture: true, passive: true });

  return {
    start,
    stop,
    hold() {
      holds += 1;
      stop();
      return () => { holds -= 1; start(); };
    },
  };
}
