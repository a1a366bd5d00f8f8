// Locks and seals. What stays on the device is locked with the officer's number; what is finished is sealed for the server, and the device itself cannot open it.
const text = new TextEncoder();
const words = new TextDecoder();

// OWASP's figure for PBKDF2 with SHA-256: about half a second on a telephone, for every guess.
export const ROUNDS = 600_000;

export const random = (length) => crypto.getRandomValues(new Uint8Array(length));

export const toBase64 = (bytes) => {
  let out = "";
  for (const byte of new Uint8Array(bytes)) out += String.fromCharCode(byte);
  return btoa(out);
};

const fromBase64 = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

/** The key that a number opens; it cannot leave the browser. */
export const keyFrom = async (pin, salt, rounds) => {
  const typed = await crypto.subtle.importKey("raw", text.encode(pin), "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds },
    typed,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
};

/** Locks a value; `about` is bound to it, so that one box cannot stand in another's place. */
export const lock = async (key, value, about) => {
  const iv = random(12);
  const body = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: text.encode(about) }, key, text.encode(JSON.stringify(value)));
  return { iv, body };
};

/** Opens what was locked; throws where the key or the box is another. */
export const unlock = async (key, box, about) =>
  JSON.parse(words.decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: box.iv, additionalData: text.encode(about) }, key, box.body)));

/** Seals a value for the server: a key used once, agreed with the list's own (ECDH on P-256, HKDF, AES-GCM). */
export const seal = async (publicKey, list, id, value) => {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const theirs = await crypto.subtle.importKey("raw", fromBase64(publicKey), curve, false, []);
  const ours = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", ours.publicKey));
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, ours.privateKey, 256);
  const about = text.encode(`hearth-door-1 ${list} ${id}`);
  const key = await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: point, info: about },
    await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]),
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt"],
  );
  const iv = random(12);
  const body = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: about }, key, text.encode(JSON.stringify(value)));
  return { id, list, key: toBase64(point), iv: toBase64(iv), body: toBase64(body) };
};
