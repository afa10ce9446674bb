// What the bar above the forms does: begin, rename and delete pages, bring back what was before a save, choose a target.
const doing = (() => {
  const { element, told, labelled } = telling;
  const input = (name, value = "", more = {}) => Object.assign(element("input"), { name, value, ...more });
  const select = (name, options, more = {}) => Object.assign(
    element("select", "", options.map(([value, words]) => Object.assign(element("option", words), { value }))), { name, ...more });

  // The file whose form is open, by its path; nothing where none is. The same for a page.
  const open = () => (/[/]entries[/]/.test(location.hash) ? asking.opened() : "");
  const page = () => (/^[^/]+[/]pages[/]/.test(open()) ? open() : "");
  const named = (path) => path.replace(/^.*?pages[/]/, "").replace(/[.]md$/, "");

  const show = (path) => leaving.to(`#/collections/pages/entries/${named(path)}`);
  const done = async (action, params, refused) => {
    const answer = await asking.ask(action, params);
    const found = await answer.json();
    if (answer.ok) return found;
    await telling.refused(refused, found.error.split(/\n(?=\S)/), false);
    return null;
  };
  const offers = () => done("offers", {}, "This cannot be done now");
  const NO_PAGE = "Open a page first: choose it under Pages.";
  const noPage = () => telling.refused("Which page?", [NO_PAGE], false);

  const newPage = async () => {
    const { folders } = (await leaving.free() && await offers()) || {};
    if (!folders) return;
    const title = input("title", "", { required: true });
    const folder = select("folder", folders.map((one) => [one, one || "At the top"]));
    const answer = await told("A new page", [
      labelled("Title", title), labelled("Where", folder),
      element("p", "It begins as a draft, which only the preview shows."),
    ], [["leave", "Not now"], ["make", "Make the page"]], [title]);
    if (answer !== "make") return;
    const found = await done("newPage", { title: title.value, folder: folder.value }, "No page was made");
    if (found) show(found.path);
  };

  const rename = async () => {
    const path = page();
    if (!path) return noPage();
    if (!await leaving.free()) return;
    const name = input("to", named(path), { required: true });
    const answer = await told("Rename or move this page", [
      labelled("Its name, which becomes its address, such as membership/our-fees", name),
      element("p", "The old address leads to the new one, and so do all links."),
    ], [["leave", "Leave it"], ["rename", "Rename the page"]], [name]);
    if (answer !== "rename") return;
    const found = await done("renamePage", { path, to: name.value }, "The page was not renamed");
    if (found) show(found.path);
  };

  const remove = async () => {
    const path = page();
    if (!path) return noPage();
    const { pages } = (await leaving.free() && await offers()) || {};
    if (!pages) return;
    const others = pages.filter(({ name }) => name !== named(path));
    const leads = select("leads_to", [["", "Nowhere: it was never public"], ...others.map(({ name, title }) => [name, title])]);
    const answer = await told("Delete this page?", [
      labelled("Where its address, and the links to it, lead from now on", leads),
      element("p", "“Last saves” brings it back."),
    ], [["leave", "Keep it"], ["delete", "Delete the page"]]);
    if (answer !== "delete") return;
    const found = await done("deletePage", { path, leads_to: leads.value }, "Nothing was deleted");
    if (found) leaving.to("#/collections/pages");
  };

  const saves = async () => {
    const path = open(), refused = "This cannot be shown now";
    const all = await done("saves", {}, refused);
    const before = all && path ? await done("states", { path }, refused) : [];
    if (!all || !before) return;
    let pick;
    const picked = new Promise((chosen) => { pick = chosen; });
    const entry = (heading, texts, words, act) => element("li", "", [
      element("strong", heading),
      ...texts.map(([title, text]) => element("details", "", [element("summary", title), element("pre", text || "No text.")])),
      Object.assign(element("button", words), { type: "button", onclick: () => pick(act) }),
    ]);
    const chosen = all.map(({ number, at, files }) => entry(
      new Date(at).toLocaleString(), files.map((one) => [`${one.file}: ${one.done}`, one.difference]), "Bring back what was before",
      { action: "bringBack", params: { number }, gone: files.some((one) => one.done === "made" && path.endsWith(`/${one.file}`)) },
    ));
    const was = before.map(({ at, words, difference }) => entry(
      `As it was on ${new Date(at).toLocaleString()}, ${words}`, [["What that changes", difference]], "Bring this back",
      { action: "asItWas", params: { path, at } },
    ));
    const act = await Promise.race([picked, told("The last saves", [
      all.length ? element("ol", "", chosen) : element("p", "Nothing was saved in the editor yet."),
      ...(was.length ? [element("h3", `${path}, as it was`), element("ol", "", was)] : []),
    ], [["seen", "Close"]])]);
    if (act === "seen") return;
    document.querySelector("dialog")?.remove();
    if (!await leaving.free()) return;
    if (await done(act.action, act.params, "Nothing was brought back")) {
      leaving.to(act.gone ? "#/collections/pages" : location.hash);
    }
  };

  // Markdown that leads to a page, shows a picture or offers a document, once somebody has chosen which.
  const KINDS = { pages: ["A link", "To which page"], pictures: ["A picture", "Which one"], documents: ["A document", "Which one"] };
  const target = async (kind, chosen) => {
    const found = await offers();
    if (!found) return null;
    const options = kind === "pages" ? found.pages.map(({ name, title }) => [`/${name}`, title]) :
      found[kind].map((name) => [name, name]);
    if (!options.length) return telling.refused(KINDS[kind][0], ["There is none yet. Upload it under Media first."], false);
    const which = select("which", options);
    const elsewhere = input("elsewhere", "", { placeholder: "https://" });
    const words = input("words", chosen);
    const asked = kind === "pictures" ? "What it shows, for those who do not see it" : "The words of the link";
    const answer = await told(KINDS[kind][0], [
      labelled(KINDS[kind][1], which), ...(kind === "pages" ? [labelled("Or an address elsewhere", elsewhere)] : []),
      labelled(asked, words),
    ], [["leave", "Not now"], ["put", "Put it in"]]);
    if (answer !== "put") return null;
    const text = words.value || which.selectedOptions[0].text;
    if (kind === "pictures") return `![${words.value}](/images/${which.value})`;
    if (kind === "documents") return `[${text}](/extra/${which.value})`;
    return `[${text}](${elsewhere.value || `${which.value.replace(/(^|[/])index$/, "$1").replace(/[/]?$/, "/")}`})`;
  };

  return { newPage, rename, remove, saves, target, translate: () => translating.choose(), done, show };
})();
window.doing = doing;  // for the bar, which is outside of this frame
