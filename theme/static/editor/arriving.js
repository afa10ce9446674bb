// A script that does not arrive is told in plain words, instead of an empty page.
const missing = (name) => {
  const told = document.querySelector("#told") ?? document.body.appendChild(document.createElement("p"));
  told.id = "told";
  told.setAttribute("role", "status");
  told.textContent = `A part of this page did not arrive: ${name}. Is this computer online? Load the page anew. ` +
    "If that does not help, tell whoever looks after it.";
};
window.addEventListener("error", ({ target }) => {
  if (target.matches?.("body > script")) missing(new URL(target.src).pathname.split("/").pop());
}, true);  // of an element, this is heard only on its way down
