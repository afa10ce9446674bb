// What the forms ask the preview for, on its way there and back: who asks is proved, and what the preview has to say is
// told in words that stay until they are read. Where a file and a form say different things, both are shown, and people
// decide: the answer waits for them.
(() => {
  const API = "/-/editor/api";
  const ask = window.fetch.bind(window);

  const element = (name, words = "", children = []) => {
    const made = document.createElement(name);
    made.append(words, ...children);
    return made;
  };

  const told = (heading, children, choices) => new Promise((decided) => {
    const dialog = element("dialog", "", [element("h2", heading), ...children]);
    const row = element("p");
    for (const [answer, words] of choices) {
      const button = Object.assign(element("button", words), { type: "button" });
      button.addEventListener("click", () => { dialog.remove(); decided(answer); });
      row.append(button, " ");
    }
    dialog.append(row);
    dialog.addEventListener("cancel", () => { dialog.remove(); decided(choices.at(-1)[0]); });
    document.body.append(dialog);
    dialog.showModal();
  });

  // A text of which the lines are marked that the other one does not have.
  const version = (title, text, other) => {
    const lines = other.split("\n");
    const shown = element("pre");
    for (const line of text ? text.split("\n") : []) {
      shown.append(line && !lines.includes(line) ? element("mark", line) : line, "\n");
    }
    if (!text) shown.append(element("em", "nothing"));
    return element("div", "", [element("h4", title), shown]);
  };

  const versions = (all) => all.map(({ where, file, form }) => element("section", "", [
    element("h3", where), version("In the file now", file, form), version("In this form", form, file),
  ]));

  const HOW = "While this form was open, another tab or program changed the same place. Nothing is saved yet, and both " +
    "versions are here. To make one of them by hand, leave the file, copy what you need, and open the entry again.";

  const decide = async (found) => told("The file says something else by now", [element("p", HOW), ...versions(found.versions)], [
    ["mine", "Put mine into the file"],
    ["leave", "Leave the file as it is"],
  ]);

  const token = () => new Promise((there, missing) => {
    const script = Object.assign(element("script"), { src: "/-/editor/token.js", onload: there, onerror: missing });
    document.head.append(script);
  });

  const send = (asked) => ask(API, {
    method: "POST",
    headers: { "Content-Type": "application/json; charset=utf-8", "X-Editor-Token": window.EDITOR_TOKEN },
    body: JSON.stringify(asked),
  });

  const SILENT = "The preview does not answer. Start it again with make edit, and save again: what you typed still stands here.";

  const answered = async (asked) => {
    try {
      const answer = await send(asked);
      if (answer.status !== 403) return answer;
      await token();  // the preview was started again
      return await send(asked);
    } catch {
      return new Response(JSON.stringify({ error: SILENT }), { status: 503 });
    }
  };

  window.fetch = async (address, given) => {
    if (address !== API) return ask(address, given);
    const asked = JSON.parse(given.body);
    let answer = await answered(asked);
    while (answer.status === 409) {
      const found = await answer.clone().json();
      if (await decide(found) !== "mine") return answer;
      answer = await answered({ ...asked, params: { ...asked.params, over: found.over } });
    }
    if (answer.ok && asked.action === "persistEntry" && (await answer.clone().json()).merged) {
      told("Saved, and more", [element("p", "The file had other changes, which this form does not show. They were kept. " +
        "Open the entry again to see them.")], [["seen", "Go on"]]);
    }
    return answer;
  };
})();
