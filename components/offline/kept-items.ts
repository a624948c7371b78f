import type { Place } from "./outgoing";
import { type Outgoing, replaces } from "./outgoing-rules";

/** The service worker knows it by this name too. */
const DATABASE = "plumbline-own";
const STORE = "outgoing";

/** A page that cleared the device keeps nothing more on it. */
let isCleared = false;

function opened(): Promise<IDBDatabase> {
  if (isCleared) return Promise.reject(new Error("cleared"));
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE, { keyPath: "key" }).createIndex("seq", "seq");
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
    request.onsuccess = () => {
      // Signing out in another page deletes the database: nobody may stand in its way.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
  });
}

/** Runs one transaction to its end. What `work` gives is there when all of it is written. */
async function within<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore, give: (value: T) => void) => void,
): Promise<T | undefined> {
  const database = await opened();
  try {
    return await new Promise<T | undefined>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: "strict" });
      let given: T | undefined;
      transaction.oncomplete = () => resolve(given);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore(STORE), (value) => {
        given = value;
      });
    });
  } finally {
    database.close();
  }
}

/** The device's own place: a database of the browser. */
export const keptItems: Place = {
  async all() {
    const items = await within<Outgoing[]>("readonly", (store, give) => {
      const request = store.index("seq").getAll();
      request.onsuccess = () => give(request.result);
    });
    return items ?? [];
  },
  async add(item) {
    await within("readwrite", (store) => {
      const known: IDBRequest<Outgoing | undefined> = store.get(item.key);
      known.onsuccess = () => {
        if (!replaces(item, known.result)) return;
        const last = store.index("seq").openCursor(null, "prev");
        last.onsuccess = () => {
          store.put({ ...item, seq: Number(last.result?.key ?? 0) + 1 });
        };
      };
    });
  },
  async change(item, becomes) {
    await within("readwrite", (store) => {
      const known: IDBRequest<Outgoing | undefined> = store.get(item.key);
      known.onsuccess = () => {
        if (known.result?.seq !== item.seq) return;
        if (becomes) store.put(becomes);
        else store.delete(item.key);
      };
    });
  },
};

/** Takes everything that was kept off the device, whoever it belonged to. */
export function deleteKeptItems(): Promise<void> {
  isCleared = true;
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
    request.onblocked = () => resolve();
  });
}
