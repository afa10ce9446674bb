{
  let find = name => document.querySelector(name), says = find(".exit-says"), words = says.dataset.words.split("|");
  let shown = document.documentElement.dataset, presses, alone, patience;
  let say = (count, text = "") => {
    clearTimeout(patience);
    presses = count;
    says.textContent = text;
  };
  let leave = event => {
    event.preventDefault();
    shown.left = "";
    find(".leaving").textContent = words[3];
    location.replace(find(".exit"));
  };
  onclick = event => event.target.closest(".exit") && leave(event);
  onkeydown = event => (alone = event.key == "Shift") || presses && say(0);
  onkeyup = event => {
    if (!alone || event.key != "Shift") return;
    if (presses > 1) return leave(event);
    say(presses + 1, words[presses]);
    patience = setTimeout(say, 5e3, 0, words[2]);
  };
  onpageshow = () => {
    delete shown.left;
    say(0);
  };
}
