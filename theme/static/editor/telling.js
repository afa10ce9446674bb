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
        if (answer !== choices[0][0] && !fields.every((field) => field.reportValidity())) return;
        dialog.remove();
        decided(answer);
      });
      row.append(button);
    }
    dialog.append(row);
    dialog.addEventListener("cancel", () => { dialog.remove(); decided(choices[0][0]); });
    document.body.append(dialog);
    dialog.showModal();
  });

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

  // Asks of a new picture what must be known before it goes public; resolves to nothing where somebody says so later.
  const picture = async (name) => {
    const rights = Object.assign(element("input"), { required: true, name: "rights" });
    const choices = [["", "Choose"], ["no", "No"], ["yes", "Yes, and all of them have agreed in writing"]];
    const people = Object.assign(element("select", "", choices.map(([value, words]) => (
      Object.assign(element("option", words), { value })))), { required: true, name: "people" });
    const consent = Object.assign(element("input"), { type: "date", name: "consent" });
    const day = Object.assign(labelled("On which day did all of them agree?", consent), { hidden: true });
    people.addEventListener("change", () => { day.hidden = !(consent.required = people.value === "yes"); });
    const answer = await told(`May ${name} be shown?`, [
      element("p", "The site must know this before the picture goes public. Visitors do not read it."),
      labelled("Who made it, and why may it be shown? Such as: Taken by our office, free to use", rights),
      labelled("Can anybody be recognized in it?", people),
      day,
    ], [["later", "Say it later"], ["now", "Take the picture"]], [rights, people, consent]);
    if (answer === "later") return null;
    return { rights: rights.value, people: people.value, ...(consent.required && { consent: consent.value }) };
  };

  const CONFLICT = "While this form was open, another tab or program changed the same place. Nothing is saved yet. " +
    "If something of both is right, leave the file as it is for now, bring both together in this form, save again, and put " +
    "that into the file.";
  const MERGED = "Another tab or program changed something else in this file since you opened it. That stands in the file " +
    "too, but not in this form. Go back to the list and open the entry again to see it.";
  const STANDS = "What you typed still stands in the form.";

  return {
    element, told, labelled,
    conflict: (found) => told("The file says something else by now", [element("p", CONFLICT), ...versions(found.versions)], [
      ["leave", "Leave the file as it is"],
      ["mine", "Put mine into the file"],
    ]),
    picture,
    saved: (lines) => {
      const close = Object.assign(element("button", "Close"), { type: "button" });
      const shown = element("aside", "", [element("p", "Saved on this computer."), ...lines.map((one) => element("p", one)), close]);
      shown.id = "saved";
      shown.setAttribute("role", "status");
      close.addEventListener("click", () => shown.remove());
      document.getElementById("saved")?.remove();
      document.body.append(shown);
    },
    merged: () => told("Saved, and other changes were kept", [element("p", MERGED)], [["seen", "Go on"]]),
    refused: (heading, problems, typed, guide = {}) => told(heading, [
      element("ul", "", problems.map((one) => element("li", one))),
      ...Object.entries(guide).map(([title, address]) => element("p", "See the guide, ", [
        Object.assign(element("a", `“${title}”`), { href: address, target: "_blank" }), ".",
      ])),
      ...(typed ? [element("p", STANDS)] : []),
    ], [["seen", "Go on"]]),
  };
})();
