// Who one is, by a token of the host that this tab keeps until it is closed; then the forms.
import { Changes } from "./changes.js";
import { Gitea } from "./gitea.js";
import { GitHub } from "./github.js";
import { GitLab } from "./gitlab.js";
import * as python from "./python.js";

const HOSTS = { github: GitHub, gitlab: GitLab, gitea: Gitea };
const KEPT = "token";
const settings = await (await fetch("settings.json")).json();
const [form, token, told] = ["form", "#token", "#told"].map((name) => document.querySelector(name));
const tell = (words) => { told.textContent = words; };

document.querySelector("#where").textContent = `The files are in ${settings.repo} on ${settings.name}.`;
document.querySelector("#how").append(
  `Make a token on `, Object.assign(document.createElement("a"), {
    href: settings.token_page, textContent: `the page of ${settings.name} for that`, target: "_blank", rel: "noopener noreferrer",
  }), `, for this repository alone, with the rights ${settings.rights}. This tab forgets it when you close it.`);

const script = (name) => new Promise((there, missing) => {
  document.body.append(Object.assign(document.createElement("script"), { src: name, onload: there, onerror: missing }));
});

const answer = (status, found) => new Response(JSON.stringify(found), { status });
const SAVES = ["persistEntry", "deleteFile", "deleteFiles"];

const begin = async (given) => {
  const changes = new Changes(new HOSTS[settings.style](settings, given));
  tell(`Asking ${settings.name} ...`);
  const name = await changes.host.signIn();
  sessionStorage.setItem(KEPT, given);
  tell(`Good to see you, ${name}. Getting ready, which takes longer the first time ...`);
  await changes.load(tell);
  await python.ask({ action: "info" });  // which loads all that the forms ask for
  let before = Promise.resolve();
  window.reach = {
    takes: () => false,
    follow: (branch, found) => changes.follow(branch, found),
    answered: (asked) => {
      const work = async () => SAVES.includes(asked.action) ? changes.save(asked)
        : asked.action === "getDeployPreview" ? [200, await changes.preview(asked.params)] : python.ask(asked);
      const now = before.then(work).catch((error) => [500, { error: error.message }]);
      before = now;
      return now.then(([status, found]) => found?.token ? another(asked, status, found) : answer(status, found));
    },
  };
  const another = async (asked, status, found) => {
    const next = await telling.token(found.error);
    if (!next) return answer(status, found);
    changes.host.token = next;
    sessionStorage.setItem(KEPT, next);
    return reach.answered(asked);
  };
  window.CMS_MANUAL_INIT = true;
  for (const one of ["problems.js", "asking.js", "returning.js", "decap-cms.js", "choosing.js"]) await script(one);
  // No pictures are taken here, so nothing offers it: see NO_PICTURES in in_browser.py.
  CMS.registerMediaLibrary({ name: "none", init: () => ({ show() {}, hide() {}, enableStandalone: () => false }) });
  await script("start.js");
  document.querySelector("#sign-in").remove();
};

// Decap forgets its user where somebody signs out: so does this tab.
const forget = Storage.prototype.removeItem;
Storage.prototype.removeItem = function remove(name) {
  forget.call(this, name);
  if (this !== localStorage || name !== "decap-cms-user") return;
  forget.call(sessionStorage, KEPT);
  location.reload();
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
