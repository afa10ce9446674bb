// The entries of lists for those who use no mouse, or hear the forms: a name for every button, "Move up" and "Move down",
// and a word on what was done. Decap's own handle can only be dragged. It names its dialogs for nobody either.
const lists = (() => {
  const known = new Map();  // the lists that are open, by the id of their field: see choosing.js
  const ITEM = "[class*=SortableListItem]", BAR = "[class*=StyledListItemTopBar]", FOLD = "[data-testid=expand-button]";
  const said = Object.assign(document.createElement("p"), { id: "said" });
  said.setAttribute("role", "status");
  document.body.append(said);
  const set = (one, name, value) => { if (one.getAttribute(name) !== value) one.setAttribute(name, value); };

  const entries = (item) => [...item.parentElement.children].filter((one) => one.matches(ITEM));
  const label = (item) => item.querySelector("[class*=NestedObjectLabel]");
  const called = (item) => {  // Decap says of a new one only which field it lacks: No title
    const words = label(item).textContent.trim(), first = item.querySelector("[id*='-field-']")?.id.split("-field-")[0];
    return words && words !== `No ${first}` ? words : `entry ${entries(item).indexOf(item) + 1}`;
  };
  const list = (item) => item.parentElement.closest("[id*='-field-']");

  // What Decap does once an entry was dragged; nothing where it does that in another way by now.
  const sorted = (item) => known.get(list(item)?.id)?.onSortEnd;
  const move = (item, by, button) => {
    const all = entries(item), oldIndex = all.indexOf(item), newIndex = oldIndex + by;
    if (newIndex < 0 || newIndex >= all.length) return;
    sorted(item)({ oldIndex, newIndex });
    setTimeout(() => {
      button.focus();
      said.textContent = `${called(item)}: now ${newIndex + 1} of ${all.length}`;
    }, 60);
  };
  const mover = (item, words, sign, by) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: sign });
    button.dataset.move = words;
    button.addEventListener("click", () => move(item, by, button));
    return button;
  };

  const name = (bar) => {
    const item = bar.closest(ITEM), [fold, remove] = [...bar.querySelectorAll("button:not([data-move])")];
    if (sorted(item) && !bar.querySelector("[data-move]")) remove.before(mover(item, "up", "↑", -1), mover(item, "down", "↓", 1));
    const all = entries(item), place = all.indexOf(item), words = called(item);
    set(fold, "aria-label", `${words}, ${place + 1} of ${all.length}`);
    set(fold, "aria-expanded", String(getComputedStyle(label(item)).display === "none"));
    set(remove, "aria-label", `Remove ${words}`);
    for (const button of bar.querySelectorAll("[data-move]")) {
      set(button, "aria-label", `Move ${words} ${button.dataset.move}`);
      set(button, "aria-disabled", String(place === (button.dataset.move === "up" ? 0 : all.length - 1)));
    }
    const handle = bar.querySelector("[aria-roledescription]");  // for the mouse alone
    set(handle, "tabindex", "-1");
    set(handle, "aria-hidden", "true");
  };
  // The button that folds all entries of a list, or an object: its words stand beside it.
  const nameFold = (fold) => {
    const open = fold.getAttribute("aria-label");
    if (open === "Expand" || open === "Collapse") set(fold, "aria-expanded", String(open === "Collapse"));
    const field = fold.closest("[class*=ControlContainer]")?.querySelector("label");
    set(fold, "aria-label", fold.parentElement.textContent.trim() || field?.textContent || open);
  };
  let waiting = false;
  const look = () => {
    waiting = false;
    const root = document.getElementById("nc-root"), main = root.querySelector("main") ? "none" : "main";
    set(root, "role", main);
    document.querySelectorAll(BAR).forEach(name);
    document.querySelectorAll(FOLD).forEach(nameFold);
    document.querySelectorAll("[role=dialog]").forEach((one) => set(one, "aria-label", one.querySelector("h1, h2")?.textContent || "Choose"));
  };
  new MutationObserver(() => {
    if (!waiting) setTimeout(look, 50);
    waiting = true;
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ["class", "aria-label"] });

  // Who takes an entry out, or adds one, goes on where it was, or in the new one.
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("button"), bar = button?.closest(BAR);
    if (bar && button === bar.querySelector("button:last-child")) {
      const item = bar.closest(ITEM), all = entries(item), at = all.indexOf(item), words = called(item), root = list(item);
      const next = all[at + 1] || all[at - 1];
      setTimeout(() => {
        if (item.isConnected) return;
        (next?.querySelector(`${BAR} button`) || root.querySelector("button")).focus();
        said.textContent = `${words}: removed`;
      }, 60);
    } else if (button?.matches("[class*=AddButton]")) {
      const root = button.closest("[id*='-field-']"), before = [...root.querySelectorAll(ITEM)];
      setTimeout(() => {
        const made = [...root.querySelectorAll(ITEM)].find((one) => !before.includes(one));
        made?.querySelector("input, textarea")?.focus();
        if (made) said.textContent = `${button.textContent}: entry ${entries(made).indexOf(made) + 1}`;
      }, 60);
    }
  }, true);

  return { known };
})();
