// A file that cannot be read, so that no form can show it, is mended as text: what is wrong stands beside it, by its lines.
const mending = (() => {
  const { element, asked } = telling;

  const open = async (path, found) => {
    const answer = await asking.ask("text", { path });
    if (!answer.ok) { telling.refused("This file cannot be read", found.error.split(/\n(?=\S)/), false, found.guide); return; }
    const { text, ...seen } = await answer.json();
    const box = Object.assign(element("textarea"), { value: text, wrap: "off", rows: 18, spellcheck: false });
    box.setAttribute("aria-label", path);
    const numbers = element("pre"), wrong = element("div");
    numbers.setAttribute("aria-hidden", "true");
    wrong.setAttribute("role", "status");

    const go = (line) => {
      const lines = box.value.split("\n"), start = lines.slice(0, line - 1).join("\n").length + (line > 1);
      box.focus();
      box.setSelectionRange(start, start + (lines[line - 1] || "").length);
      box.scrollTop = (box.scrollHeight / lines.length) * Math.max(0, line - 4);
    };
    const told = (one) => {
      const own = path.endsWith(`/${one.file}`), place = `${own ? "L" : `${one.file}, l`}ine ${one.line}`;
      const to = own && one.line ? Object.assign(element("button", place), { type: "button", onclick: () => go(one.line) })
        : element("strong", one.line ? place : one.file);
      return element("li", "", [to, ` ${one.text}`]);
    };
    let marked = [];
    const count = () => numbers.replaceChildren(...box.value.split("\n").flatMap((_, at) => (
      [marked.includes(at + 1) ? element("mark", String(at + 1)) : String(at + 1), "\n"])));
    const show = ({ error, problems = [], guide = {} }) => {
      marked = problems.filter((one) => path.endsWith(`/${one.file}`)).map((one) => one.line);
      wrong.replaceChildren(
        element("ul", "", problems.length ? problems.map(told) : [element("li", error)]),
        ...telling.sections(guide), element("p", reach.words.mend));
      count();
    };
    show(found);
    box.addEventListener("input", count);
    box.addEventListener("scroll", () => { numbers.scrollTop = box.scrollTop; });

    const save = async () => {
      const sent = await asking.ask("saveText", { path, text: box.value, ...seen });
      const became = await sent.json();
      if (sent.status === 409 && await telling.conflict(became) === "mine") {
        seen.over = became.over;
        return save();
      }
      if (!sent.ok && sent.status !== 409) show(became);
      if (became.change) await telling.proposed(became.change);
      return sent.ok;
    };
    const both = element("div", "", [wrong, element("div", "", [numbers, box])]);
    both.className = "as-text";
    if (!await asked(`${path} cannot be read as a form`, [both], () => (box.value === text ? "" : box.value), save)) return;
    if (reach.near) sessionStorage.setItem("saved", "[]");
    leaving.to();
  };

  return { open };
})();
