// The forms on one side, and on the other the page of the preview that they change. The preview keeps its side up to date
// by itself; here it only goes where the entry is that somebody opens.
// Above a translation stands the page that it is of.
const [forms, original, page] = document.querySelectorAll("iframe");
let shown = null;
const follow = () => {
    const hash = forms.contentWindow.location.hash;
    const entry = /^#[/]collections[/]([^/]+)[/]entries[/](.+)$/.exec(hash);
    if (hash === shown) return;
    shown = hash;
    history.replaceState(null, "", hash || location.pathname);
    if (!entry) return;
    const address = "/-/editor/page/" + entry[1] + "/" + entry[2], main = address.replace(/[.][a-z]{2}(-[A-Z]{2})?$/, "");
    page.src = address;
    original.hidden = main === address;
    if (!original.hidden) original.src = main;
};
forms.src = "/-/editor/forms.html" + location.hash;
setInterval(follow, 250);  // Decap changes its address without a word
