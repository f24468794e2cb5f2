// What the page knows: the bot, the clock, the people and the open conversations.
// It is changed by the server's answers and events only, and tells its followers
// ("people", "bot", "clock") what has changed.

import * as api from "./api.js";
import { Conversation } from "./conversation.js";

export class World extends EventTarget {
  bot = { name: "", username: "", up: null }; // up is null while nothing is heard from the server
  can = { advance: false, restart: false };
  people = new Map();
  conversations = new Map();
  #clock = { at: Date.now(), read: performance.now() };

  /** refresh reads everything again: at the start and after each gap in the events. */
  async refresh() {
    const state = await api.state();
    this.bot = state.bot;
    this.can = state.can;
    this.people = new Map(state.people.map((person) => [person.id, person]));
    this.#setClock(state.now);
    for (const change of ["people", "bot", "clock"]) this.#tell(change);
    await Promise.all([...this.conversations.values()].map((each) => each.load()));
  }

  /** now is the demonstration's time, running on since the server last told it. */
  now() {
    return new Date(this.#clock.at + performance.now() - this.#clock.read);
  }

  /** converse opens the conversation of a person and starts reading it; a second call gives the same one. */
  converse(person) {
    let conversation = this.conversations.get(person);
    if (conversation) return conversation;
    conversation = new Conversation(person);
    this.conversations.set(person, conversation);
    conversation.load();
    return conversation;
  }

  /** leave forgets a conversation, which is read anew when it is opened again. */
  leave(person) {
    this.conversations.delete(person);
  }

  /** receive takes one event of the server. */
  receive(kind, event) {
    switch (kind) {
      case "person":
        this.people.set(event.id, event);
        return this.#tell("people");
      case "clock":
        this.#setClock(event.now);
        return this.#tell("clock");
      case "bot":
        this.bot = { ...this.bot, up: event.up };
        return this.#tell("bot");
      case "reset":
        return this.refresh().catch(() => {});
      default:
        return this.conversations.get(event.person)?.receive(kind, event);
    }
  }

  /** lose is told that nothing is heard from the server any more. */
  lose() {
    this.bot = { ...this.bot, up: null };
    this.#tell("bot");
  }

  #setClock(now) {
    this.#clock = { at: Date.parse(now), read: performance.now() };
  }

  #tell(change) {
    this.dispatchEvent(new Event(change));
  }
}
