{
  let says = document.querySelector(".exit-says"), words = says.dataset.words.split("|"), shown = document.documentElement.dataset, presses, alone, patience;
  let say = (count, text = "") => {
    clearTimeout(patience);
    presses = count;
    says.textContent = text;
  };
  let leave = () => {
    shown.left = "";
    document.querySelector(".leaving").textContent = words[3];
    location.replace(document.querySelector(".exit"));
  };
  onclick = event => {
    if (event.target.closest(".exit")) {
      event.preventDefault();
      leave();
    }
  };
  onkeydown = event => {
    alone = event.key == "Shift";
    if (!alone && presses) say(0);
  };
  onkeyup = event => {
    if (!alone || event.key != "Shift") return;
    if (++presses > 2) return leave();
    say(presses, words[presses - 1]);
    patience = setTimeout(say, 5e3, 0, words[2]);
  };
  onpageshow = () => {
    delete shown.left;
    say(0);
  };
}
