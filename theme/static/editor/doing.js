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
    if (found.change) await telling.proposed(found.change);
    if (answer.ok) return found;
    await telling.refused(refused, found.error.split(/\n(?=\S)/), false, found.guide);
    return null;
  };
  const offers = () => done("offers", {}, "This cannot be done now");
  const NO_FILE = "Open a page or one of the facts first, to see what it said before.";
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
    if (!found) return;
    sessionStorage.setItem("begun", found.path);  // its text waits to be typed
    show(found.path);
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
      element("p", reach.words.deleted),
    ], [["leave", "Keep it"], ["delete", "Delete the page"]]);
    if (answer !== "delete") return;
    const found = await done("deletePage", { path, leads_to: leads.value }, "Nothing was deleted");
    if (found) leaving.to("#/collections/pages");
  };

  const saves = async () => {
    const path = open(), refused = "This cannot be shown now";
    if (!path && !reach.near) return telling.refused("Which file?", [NO_FILE], false);
    const all = reach.near ? await done("saves", {}, refused) : [];
    const before = all && path ? await done("states", { path }, refused) : [];
    if (!all || !before) return null;
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
      ...(all.length ? [element("ol", "", chosen)] : reach.near ? [element("p", "Nothing was saved in the editor yet.")] : []),
      ...(was.length ? [element("h3", `${path}, as it was`), element("ol", "", was)] : []),
      ...(reach.near ? [] : telling.history(was, reach.history(path))),
    ], [["seen", "Close"]])]);
    if (act === "seen") return null;
    document.querySelector("dialog")?.close();
    if (!await leaving.free()) return null;
    if (await done(act.action, act.params, "Nothing was brought back")) {
      leaving.to(act.gone ? "#/collections/pages" : location.hash);
    }
    return null;
  };

  const toDo = async () => {
    const answer = await asking.ask("toDo", {});
    const found = await answer.json();
    if (!answer.ok) return telling.refused("First there is something to mend", found.error.split(/\n(?=\S)/), false, found.guide);
    const list = element("ul", "", found.map(({ text, entry }) => element("li", `${text} `, entry ? [
      Object.assign(element("a", "Open"), { href: entry }),
    ] : [])));
    list.addEventListener("click", (event) => {
      event.preventDefault();
      if (!event.target.hash) return;
      document.querySelector("dialog")?.close();
      location.hash = event.target.hash;
    });
    return told("What is to be given or confirmed", [found.length ? list : element("p", "Nothing.")], [["seen", "Close"]]);
  };

  // Takes in a file of this computer; resolves to where it is now, or to nothing where it was refused.
  const taken = async (file, folder) => {
    const content = await new Promise((read) => {
      const reader = Object.assign(new FileReader(), { onload: () => read(reader.result.split(",")[1]) });
      reader.readAsDataURL(file);
    });
    const params = { asset: { path: `${folder}/images/${file.name}`, content, encoding: "base64" } };
    const answer = await window.fetch("/-/editor/api", { body: JSON.stringify({ action: "persistMedia", params }) });
    return answer.ok ? (await answer.json()).path.slice(folder.length) : null;
  };

  // Markdown that leads to a page, shows a picture or offers a document, once somebody has chosen which.
  const KINDS = { pages: ["A link", "To which page"], pictures: ["A picture", "Which one"], documents: ["A document", "Which one"] };
  const target = async (kind, chosen) => {
    const found = await offers();
    if (!found) return null;
    const options = kind === "pages" ? found.pages.map(({ name, title }) => [`/${name}`, title]) :
      found[kind].map((name) => [name, name]);
    const which = select("which", options);
    const elsewhere = input("elsewhere", "", { placeholder: "https://" });
    const own = input("own", "", { type: "file" });
    const words = input("words", chosen);
    const asked = kind === "pictures" ? "What it shows, for those who do not see it" : "The words of the link";
    const answer = await told(KINDS[kind][0], [
      ...(kind === "pages" ? [] : [labelled(asked, words)]),
      ...(options.length ? [labelled(KINDS[kind][1], which)] : []),
      ...(kind === "pages" ? [labelled("Or an address elsewhere", elsewhere), labelled(asked, words)]
        : [labelled("Or a file of this computer", own)]),
    ], [["leave", "Not now"], ["put", "Put it in"]]);
    if (answer !== "put") return null;
    const file = own.files[0], text = words.value || file?.name || which.selectedOptions[0]?.text;
    if (kind !== "pages") {
      const room = kind === "pictures" ? "/images/" : "/extra/";
      const path = file ? await taken(file, found.content) : which.value && room + which.value;
      return path && (kind === "pictures" ? `![${words.value}](${path})` : `[${text}](${path})`);
    }
    return `[${text}](${elsewhere.value || `${which.value.replace(/(^|[/])index$/, "$1").replace(/[/]?$/, "/")}`})`;
  };

  return {
    newPage, rename, remove, saves, toDo, target, done, show, open, page,
    translate: () => translating.choose(), level: () => translating.level(),
  };
})();
window.doing = doing;  // for the bar, which is outside of this frame
