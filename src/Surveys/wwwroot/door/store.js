// What the device keeps, in the browser's own database: the locked list, locked answers on their way, and the outbox of sealed things.
let opened;

const open = () =>
  (opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("hearth-door", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("list", { keyPath: "name" });
      request.result.createObjectStore("homes", { keyPath: "home" });
      request.result.createObjectStore("outbox", { keyPath: "id" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  }));

const run = async (stores, mode, work) => {
  const db = await open();
  return new Promise((resolve, reject) => {
    // strict: the answer is on the disk before the page says that it is kept
    const transaction = db.transaction(stores, mode, { durability: "strict" });
    const request = work(transaction);
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
};

const NAME = "list";

export const list = () => run(["list"], "readonly", (t) => t.objectStore("list").get(NAME));
export const keepList = (row) => run(["list"], "readwrite", (t) => t.objectStore("list").put({ ...row, name: NAME }));
export const homes = () => run(["homes"], "readonly", (t) => t.objectStore("homes").getAll());
export const keepHome = (row) => run(["homes"], "readwrite", (t) => t.objectStore("homes").put(row));
export const outbox = () => run(["outbox"], "readonly", (t) => t.objectStore("outbox").getAll());
export const keepSealed = (row) => run(["outbox"], "readwrite", (t) => t.objectStore("outbox").put(row));
export const dropSealed = (id) => run(["outbox"], "readwrite", (t) => t.objectStore("outbox").delete(id));

/** A finished home and its sealed thing, together or not at all. */
export const finish = (home, row) =>
  run(["homes", "outbox"], "readwrite", (t) => {
    t.objectStore("homes").put(home);
    return t.objectStore("outbox").put(row);
  });

/** A new list takes the old one's place; sealed things that still wait stay. */
export const begin = (row) =>
  run(["list", "homes", "outbox"], "readwrite", (t) => {
    t.objectStore("homes").clear();
    const done = t.objectStore("outbox").openCursor();
    done.onsuccess = () => {
      const cursor = done.result;
      if (!cursor) return;
      if (cursor.value.state !== "waiting") cursor.delete();
      cursor.continue();
    };
    return t.objectStore("list").put({ ...row, name: NAME });
  });

/** Takes the list and everything locked with its number off the device. Sealed things that wait stay: nobody can read them here. */
export const wipe = () =>
  run(["list", "homes"], "readwrite", (t) => {
    t.objectStore("homes").clear();
    return t.objectStore("list").delete(NAME);
  });
