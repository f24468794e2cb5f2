// The messages of one chat: bubbles under their days, held at the newest one for as long as it is in view.

import { arrange, el, give } from "./dom.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";
import { bubble } from "./message.js";
import { civilDay, dayName } from "./time.js";

const near = 60; // pixels from the end that still count as being there

export class MessageList {
  #drawn = new Map(); // by key: the block as drawn and its element
  #held = true; // the newest message is in view
  #top = 0; // where the list was last scrolled to
  #missed = 0;
  #unreadFrom = null;
  #talk;

  /** unread is how many of the bot's messages the person has not seen. read is called when they are in view. */
  constructor(talk, unread, read) {
    this.#talk = talk;
    this.#unreadFrom = unread > 0 ? unread : null;
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
    const focus = this.#focus();
    const drawn = new Map();
    for (const block of this.#blocks()) drawn.set(block.key, this.#block(block));
    this.#drawn = drawn;
    arrange(this.content, [...drawn.values()].map(({ element }) => element));
    focus?.();
    if (this.#held) this.toEnd();
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
    this.#label();
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

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.view;
    const atEnd = scrollHeight - scrollTop - clientHeight < near;
    // A picture that arrives moves the end away; only the reader moves the list upwards.
    this.#held = atEnd || (this.#held && scrollTop >= this.#top);
    this.#top = scrollTop;
    if (this.#held) this.#missed = 0;
    this.#label();
    if (this.inView) this.read();
  }

  #label() {
    give(this.pill, "hidden", this.#held);
    const words = this.#missed ? t("new_messages", { n: this.#missed }) : "";
    give(this.pill, "aria-label", words || t("to_bottom"));
    this.pill.replaceChildren(icon("down"), words);
  }

  #block(block) {
    const old = this.#drawn.get(block.key);
    const same = old && old.messages.length === block.messages.length && old.messages.every((each, index) => each === block.messages[index]);
    return same ? old : { ...block, element: block.draw() };
  }

  #blocks() {
    const { conversation } = this.#talk;
    if (conversation.status !== "ready") return [this.#note(conversation.status)];
    const messages = conversation.messages;
    const blocks = conversation.more ? [this.#note("more")] : [];
    this.#findUnread(messages);
    let day = "";
    for (const message of messages) {
      const today = civilDay(new Date(message.date));
      if (today !== day) blocks.push(this.#day(message));
      day = today;
      if (message.id === this.#unreadFrom?.id) blocks.push({ key: "unread", messages: [], draw: () => el("p", { class: "unread-line" }, t("unread_below")) });
      const last = blocks.at(-1);
      if (message.album && last?.album === message.album) last.messages.push(message);
      else blocks.push(this.#bubble(message));
    }
    return messages.length ? blocks : [this.#note("empty")];
  }

  // The count of unread messages becomes a place once the messages are there.
  #findUnread(messages) {
    if (typeof this.#unreadFrom !== "number") return;
    this.#unreadFrom = messages.filter((each) => each.from === "bot").at(-this.#unreadFrom) ?? null;
  }

  #bubble(first) {
    const messages = [first];
    return { key: `message ${first.id}`, album: first.album, messages, draw: () => bubble(messages, this.#talk) };
  }

  #day(message) {
    const draw = () => el("p", { class: "day" }, dayName(new Date(message.date), this.#talk.world.now()));
    return { key: `day ${message.id}`, messages: [], draw };
  }

  #note(kind) {
    const { conversation } = this.#talk;
    const button = (text, act) => el("button", { class: "button", type: "button", click: act }, text);
    const draw = {
      loading: () => el("p", { class: "note" }, t("loading")),
      failed: () => el("p", { class: "note" }, t("load_failed"), button(t("again"), () => conversation.load())),
      empty: () => el("p", { class: "note" }, t("no_messages")),
      more: () => el("p", { class: "note" }, button(t("earlier"), () => conversation.earlier())),
    }[kind];
    return { key: kind, messages: [], draw };
  }

  // Redrawing a bubble must not lose the keyboard's place in it.
  #focus() {
    const key = document.activeElement?.closest?.(".key");
    const row = key?.closest("[data-message]");
    if (!row || !this.content.contains(row)) return null;
    const keys = (within) => [...within.querySelectorAll(".key")];
    const place = keys(row).indexOf(key);
    return () => {
      if (document.activeElement === key) return;
      const now = this.content.querySelector(`[data-message="${row.dataset.message}"]`);
      const left = now ? keys(now) : [];
      (left[place] ?? left[0] ?? this.view).focus({ preventScroll: true });
    };
  }
}
