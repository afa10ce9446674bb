// Translations: a page is begun as a draft copy of its original, the texts of a data file are written below theirs.
const translating = (() => {
  const { element, told, asked, labelled } = telling;
  const ONE = "This site has one language. Name another one under Facts, “Site settings”, “Languages”.";
  const select = (name, options) => Object.assign(
    element("select", "", options.map(([value, words]) => Object.assign(element("option", words), { value }))), { name });

  const row = (lang) => ({ key, where, original, text, given }) => {
    const rows = [original, text].map((words) => words.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / 60), 0));
    const field = Object.assign(element("textarea"), { lang, value: text, placeholder: given, rows: Math.max(...rows) });
    field.dataset.key = key;
    field.dataset.before = text;
    return element("p", "", [element("label", "", [element("strong", where), element("br"), original, element("br"), field])]);
  };

  const texts = async (params, heading) => {
    const all = await doing.done("texts", params, "This cannot be shown now");
    if (!all) return;
    const level = Object.assign(element("input"), { type: "checkbox" });
    const fields = element("div", "", all.map(row(params.language)));
    const note = params.what === "words" ? [] : [element("p", "", [
      element("label", "", [level, " All of this says what the original says now"]),
    ])];
    const empty = element("p", "What you leave empty is shown in the main language.");
    const changed = () => [...fields.querySelectorAll("textarea")].filter((one) => one.value !== one.dataset.before);
    let found = null;
    const save = async () => {
      const said = Object.fromEntries(changed().map((one) => [one.dataset.key, [one.dataset.before, one.value]]));
      found = await doing.done("saveTexts", { ...params, said, level: level.checked }, "Nothing was saved");
      return found;
    };
    const typed = () => changed().map((one) => one.value).join("\n\n");
    if (await asked(heading, [empty, fields, ...note], typed, save) && !found.change) telling.saved([]);
  };

  const choose = async () => {
    const all = await doing.done("translations", {}, "This cannot be shown now");
    if (!all) return;
    if (!all.length) { telling.refused("Which language?", [ONE], false); return; }
    const language = select("language", all.map((one) => [one.language, one.name]));
    const what = element("select");
    const fill = () => {
      const { whats } = all.find((one) => one.language === language.value);
      what.replaceChildren(...whats.map((one) => (
        Object.assign(element("option", `${one.title}${one.there ? "" : " (not begun)"}`), { value: one.what }))));
    };
    language.addEventListener("change", fill);
    fill();
    const answer = await told("Translations", [
      labelled("Into which language", language), labelled("What", what),
      element("p", "A page that is not begun becomes a copy of its original, as a draft that only the preview shows."),
    ], [["leave", "Not now"], ["open", "Open it"]]);
    if (answer !== "open") return;
    const params = { what: what.value, language: language.value };
    const { title } = all.find((one) => one.language === language.value).whats.find((one) => one.what === what.value);
    if (!what.value.startsWith("pages/")) { await texts(params, title); return; }
    if (!await leaving.free()) return;
    const found = await doing.done("beginTranslation", params, "Nothing was begun");
    if (found) doing.show(found.path);
  };

  // Notes of the page that is open that it says what its original says.
  const level = async () => {
    const [, what, language] = /(pages[/].+)[.](.+)[.]md$/.exec(doing.page());
    if (!await leaving.free()) return;
    const answer = await told("Does this page say what its original says now?", [
      element("p", "Then note it, once somebody has compared the two. “To do” tells when the original changes."),
    ], [["leave", "Not yet"], ["note", "Note that it does"]]);
    if (answer !== "note") return;
    const found = await doing.done("noteLevel", { what, language }, "Nothing was saved");
    if (!found) return;
    if (!found.change) sessionStorage.setItem("saved", "[]");
    leaving.to();
  };

  return { choose, level };
})();
