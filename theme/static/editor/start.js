// How the editor starts: with words that say what its buttons do here (saving writes a file on this computer and publishes
// nothing, whatever Decap calls it), and without asking who one is.
localStorage.setItem("decap-cms-user", JSON.stringify({ backendName: "proxy" }));
const words = structuredClone(CMS.getLocale("en"));
Object.assign(words.editor.editorToolbar, {
  publish: "Save",
  publishNow: "Save now",
  publishing: "Saving ...",
  published: "Saved",
  publishAndCreateNew: "Save and begin another",
  publishAndDuplicate: "Save and begin a copy",
  deployButtonLabel: "Show in the preview",
});
Object.assign(words.ui.toast, {
  onFailToPersist: "Nothing was saved.",
  onFailToDelete: "Nothing was deleted.",
  onFailToLoadEntries: "This cannot be opened. %{details}",
  missingRequiredField: "Something that is needed was left empty. It is marked in red.",
  entrySaved: reach.words.saved,
});
CMS.registerLocale("en", words);

// What a form and its file last agreed on stands in a field of the form that nobody sees, and is given anew with every
// save. So each save is compared with the last one, and what is taken back counts as a change.
CMS.registerWidget("as-read", window.createClass({
  componentDidMount() {
    document.addEventListener("saved", this.renew);
    problems.watch(() => this.props.getEntry().get("data").toJS());
  },
  componentWillUnmount() {
    document.removeEventListener("saved", this.renew);
    problems.watch(null);
  },
  renew({ detail }) { if (detail.sent && detail.sent === this.props.value) this.props.onChange(detail.agreed); },
  render() { return window.h("span", { id: this.props.forID, className: "as-read" }); },
}));
// One press of "Save" saves. What else there is to choose, opens at the arrow of the button, and by the keyboard.
const ARROW = 24; // pixels
document.addEventListener("click", ({ target, clientX }) => {
  const button = target.closest("[role=button][aria-haspopup]");
  if (button?.textContent !== "Save" || clientX > button.getBoundingClientRect().right - ARROW) return;
  setTimeout(() => [...document.querySelectorAll("[role=menuitem]")].find((one) => one.textContent === "Save now")?.click());
});
// A collection that is one file, such as the events, opens that at once.
let ofOneFile = [];
fetch(document.querySelector("[rel=cms-config-url]").href).then((found) => found.json()).then(({ collections }) => {
  ofOneFile = collections.filter(({ files }) => files?.length === 1).map(({ name }) => `#/collections/${name}`);
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("aside a, nav a")?.getAttribute("href");
  if (!ofOneFile.includes(link)) return;
  event.preventDefault();
  event.stopPropagation();
  location.hash = `${link}/entries/${link.split("/").pop()}`;
}, true);
// A new entry waits for its title.
document.addEventListener("click", ({ target }) => {
  if (!target.closest("a[href$='/new']")) return;
  const waiting = setInterval(() => {
    const title = document.querySelector("[id^=title-field]");
    title?.focus();
    if (title) clearInterval(waiting);
  }, 50);
});
CMS.init();
