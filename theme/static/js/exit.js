(page => {
  const root = page.documentElement, says = page.querySelector(".exit-says"), words = says.dataset.words.split("|");
  let presses = 0, alone, patience;
  const say = text => { says.textContent = text };
  const forget = text => { clearTimeout(patience); presses = 0; say(text) };
  const leave = () => {
    root.dataset.left = "";
    page.querySelector("[role=alert]").textContent = words[3];
    location.replace(page.querySelector(".exit").href);
  };
  page.addEventListener("click", event => {
    if (event.target.closest(".exit")) { event.preventDefault(); leave() }
  });
  addEventListener("keydown", event => {
    alone = event.key == "Shift";
    if (!alone && presses) forget("");
  });
  addEventListener("keyup", event => {
    if (event.key != "Shift" || !alone) return;
    clearTimeout(patience);
    if (++presses > 2) return leave();
    say(words[presses - 1]);
    patience = setTimeout(forget, 5e3, words[2]);
  });
  addEventListener("pageshow", () => { delete root.dataset.left; forget("") });
})(document)
