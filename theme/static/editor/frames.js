// The forms on one side, and on the other the page of the preview that they change. The preview keeps its side up to date
// by itself; here it only goes where the entry is that somebody opens. A narrow window has room for one of them.
// Above a translation stands the page that it is of.
const [original, page] = ["original", "page"].map((id) => document.getElementById(id));
const sides = document.querySelectorAll("nav [data-side]");
const wide = matchMedia("(min-width: 76.01em)");
let last = "/";
const turn = (side) => {
  document.body.dataset.side = side;
  for (const button of sides) button.setAttribute("aria-pressed", button.dataset.side === side);
  page.src = side === "report" ? "/-/health" : last;
};
const begin = () => turn(wide.matches ? "page" : "forms");
for (const button of sides) button.addEventListener("click", () => turn(button.dataset.side));
wide.addEventListener("change", begin);
begin();
bar.begin("/-/editor/forms.html", (entry, main) => {
  if (!entry) return;
  last = `/-/editor/page/${entry[1]}/${entry[2]}`;
  original.hidden = !main;
  if (main) original.src = `/-/editor/page/${entry[1]}/${main}`;
  begin();
});
