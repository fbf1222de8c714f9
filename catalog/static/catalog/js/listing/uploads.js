/** Sends chosen files one by one with progress, and puts their rows into the form. */

export function sendFiles(root, form) {
  const input = root.querySelector("input[type=file]");
  const progress = root.querySelector("[data-progress]");
  const rows = root.querySelector("[data-file-rows]");

  input.addEventListener("change", async () => {
    const files = [...input.files];
    input.value = "";
    for (const file of files) await sendOne(file);
  });

  async function sendOne(file) {
    const line = document.createElement("li");
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.setAttribute("aria-label", file.name);
    const words = document.createElement("span");
    words.textContent = `${file.name}: ${progress.dataset.wordSending}`;
    line.append(words, " ", bar);
    progress.append(line);
    const outcome = await send(form, root.dataset.files, file, (share) => (bar.value = share));
    bar.remove();
    line.classList.toggle("files__failed", !outcome.html);
    words.textContent = `${file.name}: ${outcome.html ? progress.dataset.wordDone : outcome.error || progress.dataset.wordFailed}`;
    if (outcome.html && !document.getElementById(`file-${outcome.pk}`)) rows.insertAdjacentHTML("beforeend", outcome.html);
  }
}

/** `fetch` tells no progress of what is sent, so this is an XMLHttpRequest. */
function send(form, section, file, onShare) {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  body.set("section", section);
  body.set("file", file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.dataset.upload);
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => onShare(event.loaded / event.total));
    request.addEventListener("load", () => resolve(request.response ?? {}));
    request.addEventListener("error", () => resolve({}));
    request.send(body);
  });
}
