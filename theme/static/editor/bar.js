// The bar above the forms, whose buttons work in them. The address of the page is that of what is open there.
const bar = (() => {
  const forms = document.getElementById("forms");
  for (const button of document.querySelectorAll("nav [value]")) {
    button.addEventListener("click", async () => {
      const { doing, document: inside } = forms.contentWindow;
      await doing[button.value]();
      if (inside.activeElement === inside.body) button.focus();  // where what was asked has left nothing to go on with
    });
  }

  // Shows the forms, and tells whenever something else is open in them: the collection and the name of an entry, or null.
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
      opened(/^#[/]collections[/]([^/]+)[/]entries[/](.+)$/.exec(hash));
    }, 250);
  };

  return { begin };
})();
