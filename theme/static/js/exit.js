(page => {
  const says = page.querySelector(".exit-says"), words = says.dataset.words.split("|"), shown = page.documentElement.dataset;
  let presses, alone, patience;
  const say = (count, text = "") => { clearTimeout(patience); presses = count; says.textContent = text };
  const leave = () => {
    shown.left = "";
    page.querySelector(".leaving").textContent = words[3];
    location.replace(page.querySelector(".exit").href);
  };
  addEventListener("click", event => {
    if (event.target.closest(".exit")) { event.preventDefault(); leave() }
  });
  addEventListener("keydown", event => {
    alone = event.key == "Shift";
    if (!alone && presses) say(0);
  });
  addEventListener("keyup", event => {
    if (!alone || event.key != "Shift") return;
    if (++presses > 2) return leave();
    say(presses, words[presses - 1]);
    patience = setTimeout(say, 5e3, 0, words[2]);
  });
  addEventListener("pageshow", () => { delete shown.left; say(0) });
})(document)
