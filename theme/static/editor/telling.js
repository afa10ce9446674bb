// What the editor tells beside its forms, in words that stay until they are read.
const telling = (() => {
  const element = (name, words = "", children = []) => {
    const made = document.createElement(name);
    made.append(words, ...children);
    return made;
  };

  // Resolves to the answer whose button is pressed; to the first, which changes nothing, where somebody presses Escape. No
  // other answer is taken while a field that is needed is empty.
  const told = (heading, children, choices, fields = []) => new Promise((decided) => {
    const dialog = element("dialog", "", [element("h2", heading), ...children]);
    dialog.setAttribute("aria-label", heading);
    const row = element("p");
    for (const [answer, words] of choices) {
      const button = Object.assign(element("button", words), { type: "button" });
      button.addEventListener("click", () => {
        if (answer === choices[0][0] || fields.every((field) => field.reportValidity())) dialog.close(answer);
      });
      row.append(button);
    }
    dialog.append(row);
    dialog.addEventListener("close", () => { dialog.remove(); decided(dialog.returnValue || choices[0][0]); });
    document.body.append(dialog);
    dialog.showModal();
  });

  // Whoever leaves what was typed is asked first; resolves to whether it may go.
  const free = async (typed) => !typed || "go" === await told("Save first?", [
    element("p", "What you typed here is not saved, and would be gone:"), element("pre", typed),
  ], [["stay", "Go back to it"], ["go", "Go on without it"]]);

  // Asks again, with what was typed, for as long as what is sent is refused; resolves to whether it was saved.
  const asked = async (heading, children, typed, save) => {
    for (;;) {
      const answer = await told(heading, children, [["leave", "Leave it as it is"], ["save", "Save"]]);
      if (answer === "save" ? await save() : await free(typed())) return answer === "save";
    }
  };

  // A text of which the lines are marked that the other one does not have.
  const version = (title, text, other) => {
    const lines = other.split("\n");
    const shown = element("pre");
    for (const line of text.replace(/^\n+|\n+$/g, "").split("\n")) {
      shown.append(line && !lines.includes(line) ? element("mark", line) : line, "\n");
    }
    return element("div", "", [element("h4", title), text ? shown : element("pre", "", [element("em", "nothing")])]);
  };

  const versions = (all) => all.map(({ where, file, form }) => element("section", "", [
    element("h3", where), version("In the file now", file, form), version("In this form", form, file),
  ]));

  const labelled = (words, field) => element("p", "", [element("label", words, [element("br"), field])]);

  const sections = (guide) => Object.entries(guide).map(([title, address]) => element("p", "See ", [
    Object.assign(element("a", `“${title}” in the guide`), { href: address, target: "_blank" }), ".",
  ]));

  // Asks of a new picture what must be known before it goes public; resolves to nothing where nobody says it now.
  const picture = async (name) => {
    const rights = Object.assign(element("input"), { required: true, name: "rights" });
    const heading = `May ${name} be shown?`;
    const people = await told(heading, [
      element("p", "The site must know this before the picture goes public. Visitors do not read it."),
      labelled("Who made it, and why may it be shown? Such as: Taken by our office, free to use", rights),
      element("p", "Can anybody be recognized in it?"),
    ], [["later", reach.words.later], ["no", "No, nobody"], ["yes", "Yes, and all of them have agreed in writing"]], [rights]);
    if (people === "later") return null;
    if (people === "no") return { rights: rights.value, people };
    const consent = Object.assign(element("input"), { type: "date", required: true, name: "consent" });
    const answer = await told(heading, [
      labelled("On which day did all of them agree?", consent),
    ], [["later", reach.words.later], ["now", "Take the picture"]], [consent]);
    return answer === "later" ? null : { rights: rights.value, people, consent: consent.value };
  };

  // Asks for another token, where one may not do what was asked; resolves to nothing where somebody has none.
  const token = async (words) => {
    const field = Object.assign(element("input"), { type: "password", required: true, autocomplete: "off" });
    const answer = await told("This token does not do", [element("p", words), labelled("Your token", field)], [
      ["leave", "I have no other"], ["now", "Save with this one"],
    ], [field]);
    return answer === "now" ? field.value.trim() : null;
  };

  const CONFLICT = "While this form was open, another tab or program changed the same place. Nothing is saved yet. " +
    "If something of both is right, leave the file as it is for now, bring both together in this form, save again, and put " +
    "that into the file.";
  const MERGED = "Another tab or program changed something else in this file since you opened it. That stands in the file " +
    "too, but not in this form. Go back to the list and open the entry again to see it.";
  const STANDS = "What you typed still stands in the form.";
  const COPY = "So would the file look. You can copy it, and keep it until this is mended:";

  const JOINED = "Somebody else changed something else in this file since you opened it. That stands in it too, but not in " +
    "this form. Go back to the list and open the entry again to see it.";

  // A text with the button that copies it.
  const copied = (text) => {
    const shown = element("pre", text);
    const button = Object.assign(element("button", "Copy"), { type: "button" });
    button.addEventListener("click", async () => {
      getSelection().selectAllChildren(shown);
      await navigator.clipboard?.writeText(text).catch(() => null);
      button.textContent = "Copied";
    });
    return [element("p", COPY), shown, element("p", "", [button])];
  };

  // What became of a save on the web: the change that a colleague looks at, and what its checks say once they have run.
  const proposed = ({ title, words, link, branch }, merged) => {
    const list = element("ul", "", [element("li", "The checks have not said anything yet.")]);
    const more = element("p");
    const stop = reach.follow(branch, ({ lines, preview }) => {
      if (lines.length) list.replaceChildren(...lines.map(said));
      more.replaceChildren(...(preview ? [outside("Look at the site with this change", preview)] : []));
    });
    return told(title, [
      ...[...words, ...(merged ? [JOINED] : [])].map((one) => element("p", one)),
      ...(link ? [element("p", "", [outside(link.words, link.address)]), element("h3", "What the checks say"), list, more] : []),
    ], [["seen", "Go on"]]).then(stop);
  };

  const said = ({ words, address }) => element("li", words, address ? [" ", outside("What it says", address)] : []);
  const outside = (words, address) => (
    Object.assign(element("a", words), { href: address, target: "_blank", rel: "noopener noreferrer" }));

  return {
    element, told, free, asked, labelled, sections,
    conflict: (found) => told("The file says something else by now", [element("p", CONFLICT), ...versions(found.versions)], [
      ["leave", "Leave the file as it is"],
      ["mine", "Put mine into the file"],
    ]),
    picture,
    token,
    saved: (lines) => {
      const close = Object.assign(element("button", "Close"), { type: "button" });
      const shown = element("section", "", [element("p", "Saved on this computer."), ...lines.map((one) => element("p", one)), close]);
      shown.id = "saved";
      shown.setAttribute("role", "status");
      close.addEventListener("click", () => shown.remove());
      document.getElementById("saved")?.remove();
      document.body.append(shown);
    },
    history: (states, { words, address }) => [
      ...(states.length ? [] : [element("p", "It says what it has said since it was made.")]), element("p", "", [outside(words, address)]),
    ],
    merged: () => told("Saved, and other changes were kept", [element("p", MERGED)], [["seen", "Go on"]]),
    proposed,
    refused: (heading, problems, typed, guide = {}, written = "") => told(heading, [
      element("ul", "", problems.map((one) => element("li", one))),
      ...sections(guide),
      ...(typed ? [element("p", STANDS)] : []),
      ...(written ? copied(written) : []),
    ], [["seen", "Go on"]]),
  };
})();
