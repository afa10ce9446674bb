// Whoever leaves a form in which something is not saved is asked first, and once. Leaving opens the forms anew: from one
// entry straight to another, Decap would show the one in the form of the other.
const leaving = (() => {
  let now = false;

  const free = () => telling.free(problems.unsaved());
  const to = (hash = location.hash) => {
    now = true;
    window.doing = null;  // the bar waits for the forms that come
    location.hash = hash;
    location.reload();
  };

  window.addEventListener("beforeunload", (event) => { if (now) event.stopImmediatePropagation(); });  // Decap asks there, too
  window.addEventListener("hashchange", async (event) => {
    const [one, other] = [event.oldURL, event.newURL].map((address) => (/#.*[/]entries[/].+/.exec(address) || [""])[0]);
    if (!now && !(one && other && one !== other)) return;
    event.stopImmediatePropagation();
    if (now) return;
    if (await free()) to();
    else history.replaceState(null, "", one);
  });

  return { free, to };
})();
