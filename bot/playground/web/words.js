// The text of a message. The server's markup is the only markup the page takes from anybody.

import * as api from "./api.js";
import { el, give } from "./dom.js";

/** words shows a message's text, or null if it has none. A command in it is sent by a click. */
export function words(message, talk) {
  if (!message.html) return null;
  const text = el("div", { class: "words", "data-role": "words", dir: "auto" });
  text.innerHTML = message.html;
  for (const command of text.querySelectorAll(".command")) {
    enliven(command, () => talk.attempt(api.text(talk.person, command.textContent)));
  }
  for (const spoiler of text.querySelectorAll(".spoiler")) {
    enliven(spoiler, () => spoiler.classList.add("revealed"));
  }
  for (const line of text.querySelectorAll(":is(blockquote, pre) + br")) dropAfterBlock(line);
  return text;
}

// A block ends its line itself; the line break that follows it would make an empty one.
function dropAfterBlock(line) {
  if (line.previousSibling === line.previousElementSibling) line.remove();
}

function enliven(part, act) {
  give(part, "role", "button");
  give(part, "tabindex", "0");
  part.addEventListener("click", act);
  part.addEventListener("keydown", (event) => event.key === "Enter" && act());
}

/** plain is a message's text without its markup. */
export function plain(message) {
  const page = new DOMParser().parseFromString(message.html ?? "", "text/html");
  for (const line of page.querySelectorAll("br")) line.replaceWith("\n");
  return page.body.textContent;
}
