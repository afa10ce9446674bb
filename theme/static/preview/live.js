// Keeps an open page of the preview up to date: what has changed is put in place, and everything else stays as it is.
(() => {
  const panel = document.createElement("aside");
  panel.id = "preview-problems";
  panel.lang = "en";
  document.body.append(panel);
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/-/preview.css" });
  document.head.append(sheet);

  const ours = (node) => node === panel || node === sheet || (node.src || "").endsWith("/-/live.js");

  const alike = (one, other) =>
    one.nodeName === other.nodeName && one.nodeType === Node.ELEMENT_NODE &&
    one.cloneNode(false).isEqualNode(other.cloneNode(false));

  // Beside the editor, what was changed there is brought into view, and marked for a moment.
  let changed = null;
  const showChange = () => {
    if (changed && changed.isConnected && window.parent !== window) {
      changed.scrollIntoView({ block: "center" });
      changed.animate([{ outline: "4px solid #e0a03a", outlineOffset: "4px" }, { outline: "4px solid transparent" }], 2500);
    }
  };

  // Goes down only where both sides agree, so that an open menu, the focus and the scroll position stay.
  const change = (old, fresh) => {
    const before = [...old.childNodes].filter((node) => !ours(node));
    const after = [...fresh.childNodes].filter((node) => !ours(node));
    let start = 0, end = 0;
    while (start < Math.min(before.length, after.length) && before[start].isEqualNode(after[start])) start += 1;
    while (end < Math.min(before.length, after.length) - start &&
      before[before.length - 1 - end].isEqualNode(after[after.length - 1 - end])) end += 1;
    const out = before.slice(start, before.length - end), put = after.slice(start, after.length - end);
    if (out.length === put.length && out.every((node, number) => alike(node, put[number]))) {
      out.forEach((node, number) => change(node, put[number]));
      return;
    }
    const behind = before[before.length - end] || [...old.childNodes].find((node, number, all) =>
      ours(node) && all.slice(number).every(ours)) || null;
    put.forEach((node) => {
      const shown = old.insertBefore(document.importNode(node, true), behind);
      changed = changed || (shown.nodeType === Node.ELEMENT_NODE ? shown : shown.parentElement);
    });
    out.forEach((node) => node.remove());
  };

  const events = new EventSource(`/-/events?path=${encodeURIComponent(location.pathname)}`);
  events.addEventListener("page", (event) => {
    const fresh = new DOMParser().parseFromString(JSON.parse(event.data), "text/html");
    for (const { name, value } of fresh.documentElement.attributes) document.documentElement.setAttribute(name, value);
    const menus = fresh.querySelectorAll("details");
    document.querySelectorAll("details").forEach(({ open }, number) => { if (menus[number]) menus[number].open = open; });
    change(document.head, fresh.head);
    changed = null;
    change(document.body, fresh.body);
    showChange();
    document.documentElement.dataset.shown = Date.now();
  });
  events.addEventListener("problems", (event) => {
    panel.innerHTML = JSON.parse(event.data);
  });
})();
