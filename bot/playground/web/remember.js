// What this browser remembers between visits: language, open chats, unsent texts.
// A browser that forbids storage forgets, and nothing else changes.

const prefix = "luling.";

/** recall gives the remembered value, or otherwise when there is none. */
export function recall(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(prefix + name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** remember keeps a value; null or an empty text forgets it. */
export function remember(name, value) {
  try {
    if (value === null || value === "") localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // storage is full or forbidden
  }
}
