// Fields of ours: one name or several of those that there are, and the text of a page with its toolbar.
(() => {
  const h = window.h;

  // One of some names; another one can be typed as well, such as a place within a page: about#who-leads.
  CMS.registerWidget("one-name", window.createClass({
    render() {
      const { forID, value, field, onChange, classNameWrapper } = this.props;
      const options = field.get("options").toJS();
      const known = options.find((one) => one.value === value);
      return h("div", {},
        h("input", {
          id: forID, className: classNameWrapper, list: `${forID}-names`, value: value || "", autoComplete: "off",
          onChange: (event) => onChange(event.target.value),
        }),
        h("datalist", { id: `${forID}-names` }, ...options.map((one) => h("option", { value: one.value, label: one.label }))),
        known ? h("p", { className: "known" }, known.label) : null);
    },
  }));

  CMS.registerWidget("names", window.createClass({
    render() {
      const { forID, value, field, onChange } = this.props;
      const chosen = (value || "").split("\n").filter((one) => one);
      const options = field.get("options").toJS();
      const names = options.map((one) => one.value);
      const more = chosen.filter((one) => !names.includes(one)).map((one) => ({ value: one, label: one }));
      const change = (name, on) => {
        const all = [...options, ...more].map((one) => one.value);
        onChange(all.filter((one) => (one === name ? on : chosen.includes(one))).join("\n"));
      };
      return h("div", { id: forID, className: "names", role: "group" }, ...[...options, ...more].map((one) => h("label", {},
        h("input", {
          type: "checkbox", checked: chosen.includes(one.value), onChange: (event) => change(one.value, event.target.checked),
        }), ` ${one.label}`)));
    },
  }));

  // One of a few words, each of which is to be seen; and of none, where that may be.
  CMS.registerWidget("one-of", window.createClass({
    render() {
      const { forID, value, field, onChange } = this.props;
      const options = field.get("options").toJS();
      const all = field.get("required") ? options : [...options, ""];
      const choice = (one) => h("label", {},
        h("input", { type: "radio", name: forID, checked: (value || "") === one, onChange: () => onChange(one) }),
        ` ${one || "not said"}`);
      return h("div", { id: forID, className: "names", role: "radiogroup", "aria-label": field.get("label") }, ...all.map(choice));
    },
  }));

  // Decap's own list, known by its field, so that its entries can be moved by keys: see lists.js.
  const { control: List, preview, schema } = CMS.getWidget("list");
  CMS.registerWidget("list", class extends List {
    componentDidMount() { super.componentDidMount?.(); lists.known.set(this.props.forID, this); }
    componentWillUnmount() { super.componentWillUnmount?.(); lists.known.delete(this.props.forID); }
  }, preview, schema);

  // What a button of the toolbar makes of the chosen words.
  const lines = (begin) => (text, fallback) => (text || fallback).split("\n").map(begin).join("\n");
  const TOOLS = [
    ["Heading", "Heading", lines((line) => `## ${line}`), "block"],
    ["Bold", "words", (text, words) => `**${text || words}**`],
    ["Italic", "words", (text, words) => `*${text || words}*`],
    ["List", "first", lines((line) => `- ${line}`), "block"],
    ["Numbers", "first", lines((line, number) => `${number + 1}. ${line}`), "block"],
    ["Quote", "What was said.", lines((line) => `> ${line}`), "block"],
    ["Table", "", () => "| What | How much |\n| --- | --- |\n| first | 1 |", "block"],
  ];

  CMS.registerWidget("page-text", window.createClass({
    componentDidMount() {
      if (!sessionStorage.getItem("begun")) return;
      sessionStorage.removeItem("begun");
      this.text().focus();
      this.text().select();
    },
    text() { return document.getElementById(this.props.forID); },
    put(words, block) {
      const text = this.text();
      const before = text.value.slice(0, text.selectionStart);
      const gap = block && before && !before.endsWith("\n\n") ? (before.endsWith("\n") ? "\n" : "\n\n") : "";
      text.focus();
      document.execCommand("insertText", false, gap + words + (block ? "\n" : ""));  // so that Ctrl-Z takes it back
    },
    chosen() { const text = this.text(); return text.value.slice(text.selectionStart, text.selectionEnd); },
    async link(kind) {
      const text = this.text(), place = [text.selectionStart, text.selectionEnd], words = this.chosen();
      const found = await doing.target(kind, words);
      if (!found) return;
      text.setSelectionRange(...place);
      this.put(found);
    },
    render() {
      const { forID, value, onChange, classNameWrapper } = this.props;
      const tool = (label, act) => h("button", { type: "button", key: label, onClick: act }, label);
      return h("div", { className: "page-text" },
        h("div", { className: "tools", role: "toolbar", "aria-label": "Write" },
          ...TOOLS.map(([label, fallback, make, block]) => tool(label, () => this.put(make(this.chosen(), fallback), block))),
          tool("Link", () => this.link("pages")),
          tool("Picture", () => this.link("pictures")),
          tool("Document", () => this.link("documents"))),
        h("textarea", {
          id: forID, className: classNameWrapper, value: value || "", rows: Math.max(14, (value || "").split("\n").length + 3),
          onChange: (event) => onChange(event.target.value),
        }));
    },
  }));
})();
