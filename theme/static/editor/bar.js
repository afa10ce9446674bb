// The bar above the forms, whose buttons work in them. The address of the page is that of what is open there. What is of a
// translation shows only while one is open.
const bar = (() => {
  const LANGUAGE = /[.][a-z]{2}(-[A-Z]{2})?$/;
  const forms = document.getElementById("forms");
  const level = document.querySelector("nav [value=level]");
  // The forms, once they know what is open in them and stay; before, a button would find nothing to work on.
  const listening = async () => {
    for (let tries = 0, before = null; tries < 200; tries += 1) {
      const { doing, location: { hash } } = forms.contentWindow;
      if (doing && doing === before) break;
      before = doing && (doing.open() || !/[/]entries[/]/.test(hash)) ? doing : null;
      await new Promise((again) => { setTimeout(again, 50); });
    }
    return forms.contentWindow;
  };
  for (const button of document.querySelectorAll("nav [value]")) {
    button.addEventListener("click", async () => {
      const { doing, document: inside } = await listening();
      await doing[button.value]();
      if (inside.activeElement === inside.body) button.focus();  // where what was asked has left nothing to go on with
    });
  }

  // Shows the forms, and tells whenever something else is open in them: the collection and the name of an entry, or null;
  // and the name of the page of which that is a translation, if it is one.
  const begin = (address, opened) => {
    let shown = null;
    forms.src = address + location.hash;
    window.addEventListener("hashchange", () => {
      forms.contentWindow.location.hash = location.hash;
      shown = null;  // the forms may stay where they are, and this address with them
    });
    setInterval(() => {  // and changes its address without a word
      const { hash } = forms.contentWindow.location;
      if (hash === shown) return;
      shown = hash;
      history.replaceState(null, "", hash || location.pathname);
      const entry = /^#[/]collections[/]([^/]+)[/]entries[/](.+)$/.exec(hash);
      level.hidden = !LANGUAGE.test(entry?.[2]);
      opened(entry, level.hidden ? null : entry[2].replace(LANGUAGE, ""));
    }, 250);
  };

  return { begin };
})();
