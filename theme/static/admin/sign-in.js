// Who one is, by a token of the host that this tab keeps until it is closed; then the forms.
import { Changes } from "./changes.js";
import { Gitea } from "./gitea.js";
import { GitHub } from "./github.js";
import { GitLab } from "./gitlab.js";
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
  "noteLevel", "saveTexts", "asItWas",
];

// The texts of a page, each below what the form calls it.
const textsOf = async (path) => {
  const [, { data }] = await window.web.answered({ action: "getEntry", params: { path } });
  const { title, description, nav_title, lead, body } = JSON.parse(data ?? "{}");
  return Object.entries({ title, description, "nav title": nav_title, lead, text: body }).filter(([, words]) => words)
    .flatMap(([name, words]) => [["h2", name], ["pre", words.trim()]]).map(([kind, textContent]) => (
      Object.assign(document.createElement(kind), { textContent })));
};

const begin = async (given) => {
  const changes = new Changes(new HOSTS[settings.style](settings, given));
  tell(`Asking ${settings.name} ...`);
  const name = await changes.host.signIn();
  sessionStorage.setItem(KEPT, given);
  tell(`Good to see you, ${name}. Getting ready, which takes longer the first time ...`);
  await changes.load(tell);
  await python.ask({ action: "info" });  // which loads all that the forms ask for
  let before = Promise.resolve();
  window.web = {  // what the forms ask of this page
    follow: (branch, found) => follow(changes.host, branch, found),
    answered: (asked) => {
      const work = async () => SAVES.includes(asked.action) ? changes.save(asked)
        : asked.action === "states" ? changes.states(asked)
        : asked.action === "getMediaFile" ? changes.picture(asked)
        : asked.action === "getDeployPreview" ? [200, await changes.preview(asked.params)] : python.ask(asked);
      before = before.then(work).catch((error) => [500, { error: error.message }]);
      return before;
    },
    history: (path) => ({ words: `All that ${settings.name} knows of it`, address: `${settings.history}/${changes.host.below(path)}` }),
    picture: async (name) => changes.pictureAt(`images/${name}`),
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
    if (main) original.replaceChildren(...await textsOf(`${settings.content}/${changes.fileOf(entry[1], main)}`));
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
