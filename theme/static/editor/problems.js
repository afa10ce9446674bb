// The problems of the last refused save, in a panel that stays for as long as they stand: each with the words and the place
// of its field, to which it leads. While somebody mends them, the preview is asked again what is left.
const problems = (() => {
  const WAIT = 700;  // milliseconds after the last key, before the preview is asked again
  const WHOLE = { title: "Title", body: "Text" };
  let standing = null, form = null, timer = 0;
  const typed = () => (form ? form() : standing.data);

  const element = (name, words = "", children = [], more = {}) => {
    const made = Object.assign(document.createElement(name), more);
    made.append(words, ...children);
    return made;
  };
  const panel = element("section", "", [], { id: "problems", hidden: true });
  panel.setAttribute("role", "alert");
  document.body.append(panel);

  // The element of a field, found by the way to it: names of fields, and numbers of entries in lists.
  const located = (way) => {
    let found = null;
    for (const step of way) {
      const within = found || document.body;
      if (typeof step === "number") {
        const around = within.closest("[class*=SortableListItem]");
        const items = [...within.querySelectorAll("[class*=SortableListItem]")];
        const item = items.filter((one) => one.parentElement.closest("[class*=SortableListItem]") === around)[step];
        if (!item) return found;
        found = item;
      } else {
        const fields = [...within.querySelectorAll(`[id^="${CSS.escape(step)}-field-"]`)];
        const depth = (one) => { let number = 0; for (let up = one; up; up = up.parentElement) number += 1; return number; };
        const field = fields.sort((one, other) => depth(one) - depth(other))[0];
        if (!field) return found;
        found = field;
      }
    }
    return found;
  };

  const nextFrame = () => new Promise((done) => setTimeout(done, 60));

  // Opens what is folded around a field, from the outside in.
  const reveal = async (field) => {
    for (let tries = 0; tries < 8 && !field.checkVisibility(); tries += 1) {
      let folded = field;
      while (folded.parentElement && !folded.parentElement.checkVisibility()) folded = folded.parentElement;
      let button = null;
      for (let up = folded.parentElement; up && !button; up = up.parentElement) button = up.querySelector("button");
      if (!button) return;
      button.click();
      await nextFrame();
    }
  };

  const go = async (way) => {
    const field = located(way);
    if (!field) return;
    await reveal(field);
    field.scrollIntoView({ block: "center" });
    const input = field.matches("input, textarea") ? field : field.querySelector("input, textarea, button") || field;
    input.focus();
  };

  const marks = () => document.querySelectorAll("[data-problem]");
  const unmark = () => marks().forEach((one) => {
    if (one.tagName === "P") one.remove();
    else { one.removeAttribute("data-problem"); one.removeAttribute("aria-invalid"); }
  });
  const mark = (found) => {
    unmark();
    for (const { field: way, text } of found) {
      const field = way.length ? located(way) : null;
      if (!field) continue;
      field.dataset.problem = "";
      if (field.matches("input, textarea")) field.setAttribute("aria-invalid", "true");
      const told = element("p", text, [], { className: "problem" });
      told.dataset.problem = "";
      (field.closest("[class*=ControlContainer]") || field.parentElement).append(told);
    }
  };

  // Everything that differs from the file, as lines that can be copied.
  const lines = (now, before, name = "") => {
    const empty = (one) => one === undefined || one === null || one === "" || (Array.isArray(one) && !one.length);
    const [one, other] = [now, before].map((value) => JSON.stringify(typeof value === "string" ? value.trim() : value));
    if (one === other || (empty(now) && empty(before))) return [];
    if (now && typeof now === "object") {
      return Object.entries(now).flatMap(([key, one]) => {
        if (key === "as-read") return [];
        const known = one && typeof one === "object" && (one.title || one.name);
        const label = known || (isNaN(key) ? WHOLE[key] || key.replaceAll("_", " ") : `entry ${Number(key) + 1}`);
        return lines(one, before && typeof before === "object" ? before[key] : undefined, name ? `${name}, ${label}` : label);
      });
    }
    return [`${name}: ${now ?? ""}`];
  };
  const words = (data) => {
    const [, before] = data["as-read"] ? JSON.parse(data["as-read"]) : ["", {}];
    return lines(data, before).join("\n\n");
  };

  // A problem in another file than that of the form: in a page that comes, changes or goes along, or that names an entry.
  const apart = (one) => (!one.file || standing.path.endsWith(`/${one.file}`) ? one
    : { ...one, field: [], where: [one.file, one.where || `line ${one.line}`].join(", ") });

  const told = ({ text, where, file, line, field }) => {
    const place = where || (file ? `${file}${line ? `, line ${line}` : ""}` : "");
    if (!field.length) return element("li", "", [element("strong", place && `${place}: `), text]);
    const link = element("button", place, [], { type: "button" });
    link.addEventListener("click", () => go(field));
    return element("li", "", [link, ` ${text}`]);
  };

  const draw = (heading, problems) => {
    const found = problems.map(apart);
    const kept = element("textarea", "", [], { readOnly: true, rows: 6, value: words(typed()) });
    kept.setAttribute("aria-label", "What you typed");
    const copy = element("button", "Copy all of it", [], { type: "button" });
    copy.addEventListener("click", () => { kept.select(); document.execCommand("copy"); copy.textContent = "Copied"; });
    panel.setAttribute("aria-label", heading);
    panel.className = found.length ? "" : "mended";
    panel.replaceChildren(
      element("h2", heading),
      element("ol", "", found.map(told)),
      ...telling.sections(found.length ? standing.guide : {}),
      element("details", "", [element("summary", "What you typed still stands in the form. Copy it"), kept, copy]),
    );
    panel.hidden = false;
    document.body.classList.add("with-problems");
    mark(found);
  };

  const clear = () => {
    standing = null;
    panel.hidden = true;
    document.body.classList.remove("with-problems");
    unmark();
  };

  const show = (heading, found, sent, guide = {}) => {
    document.getElementById("saved")?.remove();
    standing = { heading, found, guide, path: sent.path, data: JSON.parse(sent.raw), raw: "", at: location.hash };
    draw(heading, found);
  };

  const again = async () => {
    const now = standing && JSON.stringify(typed());
    if (!standing || now === standing.raw) return;
    standing.raw = now;
    const answer = await asking.ask("check", { dataFiles: [{ path: standing.path, raw: now }] });
    if (!standing || answer.status === 503) return;
    const { problems: found = [], error } = await answer.json();
    if (answer.ok) draw("Nothing is left to mend. Save again.", []);
    else if (error) draw(standing.heading, found.length ? found : standing.found);
  };

  for (const kind of ["input", "click", "keyup"]) {
    document.addEventListener(kind, ({ target }) => {
      if (!standing || panel.contains(target)) return;
      clearTimeout(timer);
      timer = setTimeout(again, WAIT);
    }, true);
  }
  window.addEventListener("hashchange", () => { if (standing && location.hash !== standing.at) clear(); });

  return { show, clear, watch: (current) => { form = current; }, unsaved: () => (form ? words(form()) : "") };
})();
