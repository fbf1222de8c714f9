// Says on the page what the sign-in library tells the console alone: that a key did not answer.

export function tellOfFailure(note) {
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    note.hidden = false;
    document.querySelector("main .account")?.prepend(note);
  });
}

const note = document.querySelector("[data-key-failed]");
if (note) tellOfFailure(note);
