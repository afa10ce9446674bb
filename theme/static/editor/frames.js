// The forms on one side, and on the other the page of the preview that they change. The preview keeps its side up to date
// by itself; here it only goes where the entry is that somebody opens.
// Above a translation stands the page that it is of.
const [forms, original, page] = document.querySelectorAll("iframe");
const [pageButton, reportButton] = ["shown", "report"].map((id) => document.getElementById(id));
let shown = null, last = "/";
// The right side shows the page, or the report on what is left to do.
const turn = (report) => {
    document.body.classList.toggle("report", report);
    pageButton.setAttribute("aria-pressed", !report);
    reportButton.setAttribute("aria-pressed", report);
    page.src = report ? "/-/health" : last;
};
pageButton.addEventListener("click", () => turn(false));
reportButton.addEventListener("click", () => turn(true));
for (const button of document.querySelectorAll("nav [value]")) {
    button.addEventListener("click", () => forms.contentWindow.doing[button.value]());
}
const follow = () => {
    const hash = forms.contentWindow.location.hash;
    const entry = /^#[/]collections[/]([^/]+)[/]entries[/](.+)$/.exec(hash);
    if (hash === shown) return;
    shown = hash;
    history.replaceState(null, "", hash || location.pathname);
    if (!entry) return;
    last = "/-/editor/page/" + entry[1] + "/" + entry[2];
    const main = last.replace(/[.][a-z]{2}(-[A-Z]{2})?$/, "");
    original.hidden = main === last;
    if (!original.hidden) original.src = main;
    turn(false);
};
forms.src = "/-/editor/forms.html" + location.hash;
window.addEventListener("hashchange", () => {
    forms.contentWindow.location.hash = location.hash;
    shown = null;  // the forms may stay where they are, and this address with them
});
setInterval(follow, 250);  // Decap changes its address without a word
