// The forms on one side, and on the other the page of the preview that they change. The preview keeps its side up to date
// by itself; here it only goes where the entry is that somebody opens.
// Above a translation stands the page that it is of.
const [original, page, pageButton, reportButton] = ["original", "page", "shown", "report"].map((id) => document.getElementById(id));
let last = "/";
// The right side shows the page, or the report on what is left to do.
const turn = (report) => {
    document.body.classList.toggle("report", report);
    pageButton.setAttribute("aria-pressed", !report);
    reportButton.setAttribute("aria-pressed", report);
    page.src = report ? "/-/health" : last;
};
pageButton.addEventListener("click", () => turn(false));
reportButton.addEventListener("click", () => turn(true));
bar.begin("/-/editor/forms.html", (entry, main) => {
    if (!entry) return;
    last = `/-/editor/page/${entry[1]}/${entry[2]}`;
    original.hidden = !main;
    if (main) original.src = `/-/editor/page/${entry[1]}/${main}`;
    turn(false);
});
