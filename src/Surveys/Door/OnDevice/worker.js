// Lets the page for the doors open without signal. The server puts the version in front: a new build is a new set of files.
const NAME = `hearth-door-${version}`;
const NEEDED = ["./", "manifest.webmanifest", ...["door", "store", "crypto", "route", "questions", "send", "outbox", "show", "clock"].map((file) => `../_content/Hearth.Surveys/door/${file}.js`), "../_content/Hearth.DesignSystem/built/hearth.css", "../_content/Hearth.DesignSystem/hearth.js", "../_content/Hearth.DesignSystem/built/govuk-frontend.min.js"];
// the page works without these
const WELCOME = ["../_content/Hearth.Surveys/door/icon.svg", "../_content/Hearth.DesignSystem/built/fonts/public-sans-latin.woff2", "../landlord-logo.svg"];

const take = async () => {
  const cache = await caches.open(NAME);
  await cache.addAll(NEEDED.map((file) => new Request(file, { cache: "reload" })));
  await Promise.allSettled(WELCOME.map((file) => cache.add(file)));
  await self.skipWaiting();
};

const tidy = async () => {
  for (const name of await caches.keys()) if (name.startsWith("hearth-door-") && name !== NAME) await caches.delete(name);
  await self.clients.claim();
};

const answer = async (request) => {
  const cache = await caches.open(NAME);
  const kept = request.mode === "navigate" ? await cache.match("./") : await cache.match(request, { ignoreSearch: true });
  return kept ?? fetch(request);
};

self.addEventListener("install", (event) => event.waitUntil(take()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && new URL(request.url).origin === self.location.origin) event.respondWith(answer(request));
});
