// Who one is, by a token of the host that this tab keeps until it is closed; then the forms.
import { Changes } from "./changes.js";
import { Gitea } from "./gitea.js";
import { GitHub } from "./github.js";
import { GitLab } from "./gitlab.js";
import { Looking } from "./looking.js";
import * as python from "./python.js";
import { follow } from "./told.js";

const HOSTS = { github: GitHub, gitlab: GitLab, gitea: Gitea };
const KEPT = "token";
const settings = await fetch("settings.json").then((found) => found.json()).catch((error) => {
  missing("settings.json");
  throw error;
});
const [form, token, told] = ["form", "#token", "#told"].map((name) => document.querySelector(name));
const tell = (words) => { told.textContent = words; };

document.querySelector("#where").textContent = `The files are in ${settings.repo} on ${settings.name}.`;
document.querySelector("#how").append(
  `Make a token on `, Object.assign(document.createElement("a"), {
    href: settings.token_page, textContent: `the page of ${settings.name} for that`, target: "_blank", rel: "noopener noreferrer",
  }), `, for this repository alone, with the rights ${settings.rights}. This tab forgets it when you close it.`);

const SAVES = [
  "persistEntry", "persistMedia", "deleteFile", "deleteFiles", "newPage", "renamePage", "deletePage", "beginTranslation",
  "noteLevel", "saveTexts", "saveText", "asItWas",
];

const element = ([kind, textContent]) => Object.assign(document.createElement(kind), { textContent });

const begin = async (given) => {
  const changes = new Changes(new HOSTS[settings.style](settings, given));
  tell(`Asking ${settings.name} ...`);
  const name = await changes.host.signIn();
  sessionStorage.setItem(KEPT, given);
  tell(`Good to see you, ${name}. Getting ready, which takes longer the first time ...`);
  await changes.load(tell);
  await python.ask({ action: "info" });  // which loads all that the forms ask for
  const looking = new Looking(changes);
  let before = Promise.resolve();
  window.web = {  // what the forms ask of this page
    follow: (branch, found) => follow(changes.host, branch, found),
    answered: (asked) => {
      const work = () => SAVES.includes(asked.action) ? changes.save(asked) : looking[asked.action]?.(asked) ?? python.ask(asked);
      before = before.then(work).catch((error) => [500, { error: error.message }]);
      return before;
    },
    history: (path) => ({ words: `All that ${settings.name} knows of it`, address: `${settings.history}/${changes.host.below(path)}` }),
    picture: async (name) => looking.picture(name),
    signInAgain: (next) => {
      changes.host.token = next;
      sessionStorage.setItem(KEPT, next);
    },
    signOut: () => {
      sessionStorage.removeItem(KEPT);
      location.reload();
    },
  };
  const [bars, room, original] = ["nav", "#room", "#original"].map((name) => document.querySelector(name));
  bars.hidden = room.hidden = false;
  document.querySelector("#sign-in").remove();
  bar.begin("forms.html", async (entry, main) => {
    original.hidden = !main;
    if (!main) return;
    const [, texts] = await window.web.answered({ action: "original", params: { collection: entry[1], slug: main } });
    original.replaceChildren(...texts.flatMap(([name, words]) => [["h2", name], ["pre", words.trim()]]).map(element));
  });
};

const attempt = async (given) => {
  form.hidden = true;
  try {
    await begin(given);
  } catch (error) {
    form.hidden = false;
    sessionStorage.removeItem(KEPT);
    tell(error.message);
    token.focus();
  }
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(token.value.trim());
});
const kept = sessionStorage.getItem(KEPT);
if (kept) attempt(kept);
else form.hidden = false;  // until now nobody would hear that it is sent
