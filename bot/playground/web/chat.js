// One chat as a column on a desktop, or the whole window on a phone.

import * as api from "./api.js";
import { avatar } from "./avatar.js";
import { relabel, round } from "./buttons.js";
import { Composer } from "./composer.js";
import { tell } from "./dialog.js";
import { arrange, el, give } from "./dom.js";
import { acceptDrops } from "./drop.js";
import { said, t } from "./i18n.js";
import { follow } from "./links.js";
import { MessageList } from "./list.js";
import { openMore } from "./more.js";
import { replyKeys } from "./replykeys.js";
import { Toasts } from "./toast.js";

const typingLasts = 5000; // milliseconds

export class Chat {
  toasts = new Toasts();
  #keysShown = true;
  #reading = false;
  #stopTyping;

  constructor(world, person, desk) {
    Object.assign(this, { world, person, desk, conversation: world.converse(person) });
    this.list = new MessageList(this, this.who().unread, () => this.#read());
    this.composer = new Composer(this, () => this.#toggleKeys());
    this.head = this.#makeHead();
    this.foot = el("div", { class: "chat-foot" });
    this.start = this.#large("start", () => api.start(person, this.who().start));
    this.unblock = this.#large("unblock", () => api.block(person, false));
    this.element = el("section", { class: "chat", "data-person": person, "data-role": "chat", click: (event) => follow(event, this) },
      this.head, this.toasts.element, this.list.element, this.foot);
    this.#listen();
    acceptDrops(this.element, () => this.who().started && !this.who().blocked, (files) => this.composer.add(files));
    this.draw();
    this.list.draw();
  }

  /** who is the person as the page knows him now. */
  who() {
    return this.world.people.get(this.person);
  }

  /** draw brings everything but the messages up to date. */
  draw() {
    const who = this.who();
    give(this.element, "aria-label", t("chat_of", { name: who.name, role: said(who.role) }));
    give(this.list.view, "lang", who.lang || null);
    this.#drawHead(who);
    this.#drawFoot(who);
    this.#read();
  }

  /** redraw says everything again in the language of the moment. */
  redraw() {
    relabel(this.element);
    this.draw();
    this.list.redraw();
  }

  /** leave ends the chat's listening; it is not used afterwards. */
  leave() {
    this.world.leave(this.person);
  }

  focus() {
    (this.foot.querySelector("[data-role=start], [data-role=unblock]") ?? this.composer.area).focus({ preventScroll: true });
  }

  /** attempt waits for a call and says whether it was done; if not, the chat shows why. */
  async attempt(call) {
    try {
      await call;
      return true;
    } catch (error) {
      this.toasts.show(error.message ? t("failed", { reason: error.message }) : t("not_sent"));
      return false;
    }
  }

  #makeHead() {
    for (const part of ["name", "role", "idle", "busy"]) this[part] = el("span", { class: part });
    const away = () => this.desk.close(this.person);
    return el("header", { class: "chat-head" }, round("back", "back", "back", away), avatar(this.who()),
      el("div", { class: "chat-who" }, el("h2", { class: "chat-name" }, this.name, this.role), el("p", { class: "chat-with" }, this.idle, this.busy)),
      round("more", "more", "more", (event) => openMore(this, event.currentTarget)), round("close", "close", "close_chat", away));
  }

  #listen() {
    const on = (kind, act) => this.conversation.addEventListener(kind, (event) => act(event.detail));
    on("change", () => {
      this.list.draw();
      this.#drawFoot(this.who());
      this.#read();
    });
    on("arrival", (message) => this.#arrived(message));
    on("toast", (toast) => this.#answered(toast));
    on("typing", () => this.#typing());
  }

  #arrived(message) {
    this.list.arrived(message);
    if (message.from !== "bot") return;
    this.#keysShown = true;
    this.#notTyping();
    this.#read();
  }

  #answered({ text, alert, message }) {
    this.list.answered(message);
    if (!text) return;
    if (alert) tell(text, this.who().name);
    else this.toasts.show(text);
  }

  #typing() {
    clearTimeout(this.#stopTyping);
    give(this.element, "data-typing", true);
    this.#stopTyping = setTimeout(() => this.#notTyping(), typingLasts);
  }

  #notTyping() {
    give(this.element, "data-typing", false);
  }

  async #read() {
    if (this.#reading || !this.who().unread || !this.list.inView) return;
    this.#reading = true;
    await api.read(this.person).catch(() => {});
    this.#reading = false;
  }

  #drawHead(who) {
    this.name.textContent = who.name;
    this.role.textContent = said(who.role);
    this.idle.textContent = t("with_bot", { bot: this.world.bot.name });
    this.busy.textContent = t("typing");
  }

  // What takes the place of something that had the focus has it too.
  #drawFoot(who) {
    const focused = this.foot.contains(document.activeElement);
    arrange(this.foot, this.#footParts(who));
    if (focused && !this.foot.contains(document.activeElement)) this.focus();
  }

  #footParts({ blocked, started }) {
    this.unblock.textContent = t("unblock");
    this.start.textContent = t("start");
    if (blocked) return [this.unblock];
    if (!started) return [this.start];
    const { keyboard } = this.conversation;
    if (keyboard !== this.keyboard) this.keys = keyboard && replyKeys(keyboard, this);
    this.keyboard = keyboard;
    this.composer.draw();
    return keyboard && this.#keysShown ? [this.composer.element, this.keys] : [this.composer.element];
  }

  #large(role, act) {
    return el("button", { class: "button main large", type: "button", "data-role": role, click: () => this.attempt(act()) });
  }

  #toggleKeys() {
    this.#keysShown = !this.#keysShown;
    this.#drawFoot(this.who());
  }
}
