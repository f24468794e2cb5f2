// The messages of one chat, held at the newest one for as long as that is in view.

import { blocks } from "./blocks.js";
import { arrange, el, give } from "./dom.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";

const margin = 10; // pixels above the first unread message
const near = 60; // pixels from the end that still count as being there

export class MessageList {
  #talk;
  #drawn = new Map(); // by key: the block as drawn and its element
  #held = true; // the newest message is in view
  #top = 0; // where the list was last scrolled to
  #missed = 0; // messages of the bot that came out of view
  #unread; // how many messages the person had not seen, until they are read; then the first of them

  /** unread is how many of the bot's messages the person has not seen; read is called when they are in view. */
  constructor(talk, unread, read) {
    this.#talk = talk;
    this.#unread = unread;
    this.read = read;
    this.content = el("div", { class: "list-content" });
    this.view = el("div", { class: "list", role: "log", "aria-live": "off", tabindex: 0, "data-role": "messages", scroll: () => this.#scrolled() }, this.content);
    this.pill = el("button", { class: "pill", type: "button", hidden: true, "data-role": "new-messages", click: () => this.toEnd() });
    this.element = el("div", { class: "list-frame" }, this.view, this.pill);
    const sizes = new ResizeObserver(() => this.#held && this.toEnd());
    sizes.observe(this.content);
    sizes.observe(this.view);
  }

  /** draw shows the conversation as it is now; unchanged bubbles stay as they are. */
  draw() {
    const refocus = this.#focus();
    const first = this.#findUnread();
    const drawn = new Map();
    for (const block of blocks(this.#talk, this.#unread)) drawn.set(block.key, this.#block(block));
    this.#drawn = drawn;
    arrange(this.content, [...drawn.values()].map(({ element }) => element));
    refocus();
    if (this.#held) this.toEnd();
    if (first) this.#toUnread();
    this.#label();
  }

  /** redraw draws everything anew, in the language of the moment. */
  redraw() {
    this.#drawn.clear();
    this.draw();
  }

  /** arrived is told of each new message: one's own is followed, the bot's is counted if it is out of view. */
  arrived(message) {
    if (message.from === "person") return this.toEnd();
    if (!this.#held) this.#missed++;
    return this.#label();
  }

  /** answered stops the spinners of a message, or of all when it is not said which. */
  answered(message) {
    const within = message ? `[data-message="${message}"] ` : "";
    for (const key of this.content.querySelectorAll(`${within}[aria-busy]`)) key.removeAttribute("aria-busy");
  }

  /** toEnd shows the newest message. */
  toEnd() {
    this.view.scrollTop = this.view.scrollHeight;
  }

  /** inView says whether the newest message can be seen. */
  get inView() {
    return this.#held && !document.hidden && this.view.clientHeight > 0;
  }

  // A picture that arrives moves the end away; only the reader moves the list upwards.
  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.view;
    const atEnd = scrollHeight - scrollTop - clientHeight < near;
    this.#held = atEnd || (this.#held && scrollTop >= this.#top);
    this.#top = scrollTop;
    if (this.#held) this.#missed = 0;
    this.#label();
    if (this.inView) this.read();
  }

  #label() {
    const words = this.#missed ? t("new_messages", { n: this.#missed }) : "";
    give(this.pill, "hidden", this.#held);
    give(this.pill, "aria-label", words || t("to_bottom"));
    this.pill.replaceChildren(icon("down"), words);
  }

  #block(block) {
    const old = this.#drawn.get(block.key);
    const same = old?.messages.length === block.messages.length && old.messages.every((each, index) => each === block.messages[index]);
    return same ? old : { ...block, element: block.draw() };
  }

  // The number of unread messages becomes a place once the messages are there; says whether it just did.
  #findUnread() {
    const { status, messages } = this.#talk.conversation;
    if (status !== "ready" || typeof this.#unread !== "number") return false;
    const theirs = messages.filter((each) => each.from === "bot");
    this.#unread = this.#unread > 0 ? (theirs.at(-this.#unread) ?? theirs[0]) : null;
    return Boolean(this.#unread);
  }

  // More unread messages than fit are read from the first one on.
  #toUnread() {
    const { element } = this.#drawn.get("unread");
    this.view.scrollTop = element.offsetTop - margin;
    const { scrollHeight, scrollTop, clientHeight } = this.view;
    this.#held = scrollHeight - scrollTop - clientHeight < near;
    this.#top = scrollTop;
  }

  // Redrawing a bubble must not lose the keyboard's place in it.
  #focus() {
    const key = document.activeElement?.closest(".key");
    const row = key?.closest("[data-message]");
    if (!row || !this.content.contains(row)) return () => {};
    const place = [...row.querySelectorAll(".key")].indexOf(key);
    return () => {
      if (document.activeElement === key) return;
      const keys = this.content.querySelectorAll(`[data-message="${row.dataset.message}"] .key`);
      (keys[place] ?? keys[0] ?? this.view).focus({ preventScroll: true });
    };
  }
}
