// Keeps the empty page of field work for when there is no network: the page itself, its scripts, its stylesheet, and
// nothing else. FIELD names them and their version; it stands before this text.
"use strict";
const CACHE = "hengjian-field-" + FIELD.version;

self.addEventListener("install", function (event) {
  event.waitUntil(caches.open(CACHE).then(function (cache) { return cache.addAll(FIELD.files); }));
});
self.addEventListener("activate", function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    const old = names.filter(function (name) { return name.startsWith("hengjian-field-") && name !== CACHE; });
    return Promise.all(old.map(function (name) { return caches.delete(name); }));
  }).then(function () { return self.clients.claim(); }));
});
self.addEventListener("fetch", function (event) {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== location.origin) { return; }
  if (!FIELD.files.includes(address.pathname)) { return; }
  event.respondWith(caches.open(CACHE).then(function (cache) {
    return cache.match(address.pathname).then(function (kept) { return kept || fetch(event.request); });
  }));
});
