// What an officer has along on site, kept on the device: sealed under a key that scripts can use but not take out.
// Four tables: keys (one an officer), kits (a case taken along), items (what is to be sent), parts (bytes of files).
(function () {
  "use strict";
  var NAME = "hengjian-field";
  var TABLES = { keys: "owner", kits: "id", items: "id", parts: "id" };
  var isAble = Boolean(window.indexedDB && window.crypto && crypto.subtle && navigator.serviceWorker && window.fetch);
  var opened = null;

  function settled(request) {
    return new Promise(function (go, fail) {
      request.onsuccess = function () { go(request.result); };
      request.onerror = function () { fail(request.error); };
    });
  }
  function database() {
    if (!opened) {
      var request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = function () {
        Object.keys(TABLES).forEach(function (table) {
          var made = request.result.createObjectStore(table, { keyPath: TABLES[table] });
          if (table !== "keys") { made.createIndex("owner", "owner"); }
          if (table === "parts") { made.createIndex("item", "item"); }
        });
      };
      opened = settled(request);
    }
    return opened;
  }
  // Runs one change and waits until it is on the disk.
  async function change(table, work) {
    var transaction = (await database()).transaction(table, "readwrite", { durability: "strict" });
    work(transaction.objectStore(table));
    await new Promise(function (go, fail) {
      transaction.oncomplete = go;
      transaction.onerror = transaction.onabort = function () { fail(transaction.error); };
    });
  }
  async function row(table, id) { return settled((await database()).transaction(table).objectStore(table).get(id)); }
  async function rows(table, index, value) {
    return settled((await database()).transaction(table).objectStore(table).index(index).getAll(value));
  }

  async function key(owner) {
    var found = await row("keys", owner);
    if (found) { return found.key; }
    var made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await change("keys", function (keys) { keys.put({ owner: owner, key: made }); });
    return made;
  }
  function cipher(id, iv) { return { name: "AES-GCM", iv: iv, additionalData: new TextEncoder().encode(id) }; }
  async function sealed(owner, id, bytes) {
    var iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv: iv, bytes: await crypto.subtle.encrypt(cipher(id, iv), await key(owner), bytes) };
  }
  async function unsealed(owner, id, found) {
    return crypto.subtle.decrypt(cipher(id, found.iv), await key(owner), found.bytes);
  }
  async function save(table, owner, id, value, open) {
    var content = await sealed(owner, id, new TextEncoder().encode(JSON.stringify(value)));
    await change(table, function (store) { store.put(Object.assign({ id: id, owner: owner, sealed: content }, open)); });
  }
  async function load(table, owner) {
    var values = [];
    for (var found of await rows(table, "owner", owner)) {
      var bytes = await unsealed(owner, found.id, found.sealed);
      values.push(JSON.parse(new TextDecoder().decode(bytes)));
    }
    return values;
  }
  function partID(item, file, index) { return [item, file, index].join("/"); }

  window.HengjianField = {
    isAble: isAble,
    kits: function (owner) { return load("kits", owner); },
    saveKit: function (owner, kit) { return save("kits", owner, kit.id, kit, { begun: Boolean(kit.begun) }); },
    removeKit: function (id) { return change("kits", function (kits) { kits.delete(id); }); },
    // In the order in which they were made: what was signed before the record it was signed for.
    items: async function (owner) {
      return (await load("items", owner)).sort(function (one, other) {
        return one.madeAt - other.madeAt || one.kind.localeCompare(other.kind);
      });
    },
    // Whether it was sent stands beside the seal, so that what is unsent can be counted for others without a key.
    saveItem: function (owner, item) {
      return save("items", owner, item.id, item, { isSent: item.state === "sent" });
    },
    savePart: async function (owner, item, file, index, bytes) {
      var id = partID(item, file, index);
      var content = await sealed(owner, id, bytes);
      await change("parts", function (parts) { parts.put({ id: id, owner: owner, item: item, sealed: content }); });
    },
    part: async function (owner, item, file, index) {
      var id = partID(item, file, index);
      return unsealed(owner, id, (await row("parts", id)).sealed);
    },
    removeParts: async function (item) {
      var found = await rows("parts", "item", item);
      await change("parts", function (parts) { found.forEach(function (part) { parts.delete(part.id); }); });
    },
    removeItem: async function (id) {
      await this.removeParts(id);
      await change("items", function (items) { items.delete(id); });
    },
    // How much each officer has not sent: what was finished, and what was only begun.
    unsent: async function () {
      var counts = {};
      var store = await database();
      for (var table of ["items", "kits"]) {
        (await settled(store.transaction(table).objectStore(table).getAll())).forEach(function (found) {
          var isOpen = table === "items" ? !found.isSent : found.begun;
          counts[found.owner] = (counts[found.owner] || 0) + (isOpen ? 1 : 0);
        });
      }
      return counts;
    },
    wipe: async function (owner) {
      for (var table of ["parts", "items", "kits"]) {
        var found = await rows(table, "owner", owner);
        await change(table, function (store) { found.forEach(function (each) { store.delete(each.id); }); });
      }
      await change("keys", function (keys) { keys.delete(owner); });
    }
  };
})();
