/** Copies the page's address, or hands it to the device's share sheet where there is one. */
export function startShare(root) {
  const copy = root.querySelector("[data-copy]");
  const send = root.querySelector("[data-send]");
  const status = root.querySelector("[data-share-status]");
  const canCopy = Boolean(navigator.clipboard);
  const canSend = Boolean(navigator.share);
  if (!canCopy && !canSend) return;

  copy.hidden = !canCopy;
  send.hidden = !canSend;
  root.querySelector("[data-share-buttons]").hidden = false;

  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(copy.dataset.copy);
    status.textContent = copy.dataset.done;
    copy.textContent = copy.dataset.done;
  });
  send.addEventListener("click", () => {
    // A visitor who closes the sheet has changed their mind; nothing failed.
    navigator.share({ title: send.dataset.title, url: send.dataset.send }).catch(() => {});
  });
}
