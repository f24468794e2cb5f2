// One person's conversation with the bot, as that person sees it.
// Tells "change" (messages came, changed or went), "arrival" (with the new message),
// "toast" (a press was answered) and "typing".

import * as api from "./api.js";

const page = 200; // messages read at once

export class Conversation extends EventTarget {
  /** status is "loading", "ready" or "failed"; more says that older messages can be read. */
  status = "loading";
  more = false;
  #messages = new Map();
  #limit = page;
  #waiting = null; // events that came while the messages were being read

  constructor(person) {
    super();
    this.person = person;
  }

  /** messages are ordered oldest first. */
  get messages() {
    return [...this.#messages.values()];
  }

  /** load reads the messages again; events that come meanwhile are applied afterwards. */
  async load() {
    const waiting = (this.#waiting = []);
    const answer = await api.messages(this.person, this.#limit).catch(() => null);
    if (this.#waiting !== waiting) return; // a later load has taken over
    this.#waiting = null;
    if (answer) this.#keep(answer.messages);
    else if (this.status === "loading") this.status = "failed";
    for (const [kind, event] of waiting) this.receive(kind, event);
    this.#tell("change");
  }

  /** earlier doubles the stretch of the past that is read. */
  earlier() {
    this.#limit *= 2;
    return this.load();
  }

  /** receive takes one event of the server about this person. */
  receive(kind, event) {
    if (this.#waiting && kind !== "toast") return this.#waiting.push([kind, event]);
    if (kind === "message") return this.#put(event.message);
    if (kind === "delete") return this.#remove(event.ids);
    return this.#tell(kind, event);
  }

  /** keyboard is the reply keyboard in force, or null. */
  get keyboard() {
    const setter = this.messages.findLast((each) => each.reply_keyboard || each.remove_keyboard);
    return setter?.reply_keyboard ?? null;
  }

  /** latest is the newest message from a side ("bot" or "person") that fits, or undefined. */
  latest(from, fits = () => true) {
    return this.messages.findLast((each) => each.from === from && fits(each));
  }

  #keep(messages) {
    const known = this.#messages;
    this.status = "ready";
    this.more = messages.length >= this.#limit;
    this.#messages = new Map(messages.map((each) => [each.id, same(known.get(each.id), each)]));
  }

  #put(message) {
    const isNew = !this.#messages.has(message.id);
    const isLast = this.#messages.size === 0 || message.id > Math.max(...this.#messages.keys());
    this.#messages.set(message.id, message);
    if (isNew && !isLast) this.#messages = new Map([...this.#messages].sort(([a], [b]) => a - b));
    this.#tell("change");
    if (isNew) this.#tell("arrival", message);
  }

  #remove(ids) {
    for (const id of ids) this.#messages.delete(id);
    this.#tell("change");
  }

  #tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }
}

// An unchanged message keeps its identity, and with it its bubble.
function same(old, fresh) {
  return old && JSON.stringify(old) === JSON.stringify(fresh) ? old : fresh;
}
