// Decap keeps what somebody types in the browser, and offers it when the form is opened again, as after a closed laptop. It
// does so before the form has been read, which then takes the place of what was kept: here the offer waits for the form.
(() => {
  const read = IDBObjectStore.prototype.get;
  IDBObjectStore.prototype.get = function get(key) {
    const found = read.call(this, key);
    if (!/^backup[.]/.test(key)) return found;
    const later = {};
    found.onsuccess = async () => {
      await asking.entries();
      later.result = found.result;
      later.onsuccess?.();
    };
    found.onerror = () => { later.error = found.error; later.onerror?.(); };
    return later;
  };
})();
