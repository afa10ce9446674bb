// How the forms reach the repository: through the page around them, which has signed in and keeps the token of this tab.
const reach = (() => {
  const { web } = parent;
  const words = {
    later: "Leave it out",  // since a change goes to colleagues as a whole
    saved: "Saved as a change that waits for a colleague",
    mend: "Mend it here, or on the page of the repository.",
    deleted: "It stays on the site until a colleague merges this change.",
  };

  const answered = async (asked) => {
    const [status, found] = await web.answered(asked);
    const next = found?.token && await telling.token(found.error);
    if (!next) return new Response(JSON.stringify(found), { status });
    web.signInAgain(next);
    return answered(asked);
  };

  // Decap forgets its user where somebody signs out: so does this tab.
  const forget = Storage.prototype.removeItem;
  Storage.prototype.removeItem = function remove(name) {
    forget.call(this, name);
    if (this === localStorage && name === "decap-cms-user") web.signOut();
  };

  // Of old pictures the list has only the names, below gray dots: each is fetched when it is to be seen.
  const show = (img) => {
    const name = img.parentElement.nextElementSibling?.textContent;
    if (img.dataset.of === name) return;
    img.dataset.of = name;
    img.alt = "";
    web.picture(name).then((address) => { if (address && img.dataset.of === name) img.src = address; }, () => null);
  };
  new MutationObserver(() => document.querySelectorAll("img[class*=CardImage]").forEach(show))
    .observe(document.body, { subtree: true, childList: true, characterData: true });

  return { answered, words, follow: web.follow, history: web.history };
})();
