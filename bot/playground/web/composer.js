// Where a person writes: text, commands, files, and changes to what was written.

import * as api from "./api.js";
import { relabel, round } from "./buttons.js";
import { Commands } from "./commands.js";
import { arrange, el } from "./dom.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { editable } from "./message.js";
import { recall, remember } from "./remember.js";
import { Tray } from "./tray.js";
import { plain } from "./words.js";

export class Composer {
  #editing = null; // the message being changed
  #uploads = 0; // messages with files on their way

  /** talk is the chat; toggleKeys shows or hides its reply keyboard. */
  constructor(talk, toggleKeys) {
    this.talk = talk;
    this.area = el("textarea", { class: "area", rows: 1, maxlength: 4096, "data-role": "composer", enterkeyhint: "send", autocomplete: "off",
      input: () => this.#typed(), keydown: (event) => this.#key(event), paste: (event) => this.#pasted(event) });
    this.area.value = recall(this.#draft, "");
    this.commands = new Commands(() => talk.who().commands ?? [], (command) => this.#sendText(command), this.area, `commands-${talk.person}`);
    this.tray = new Tray(() => this.focus(), (text) => talk.toasts.show(text));
    this.slash = round("slash", "command-list", "commands", () => this.#listCommands());
    this.keys = round("keys", "toggle-keys", "keyboard_toggle", toggleKeys);
    this.line = el("div", { class: "composer-line" },
      round("clip", "attach", "attach", (event) => this.#attach(event.currentTarget)), this.area, this.slash, this.keys, round("send", "send", "send"));
    this.element = el("form", { class: "composer", submit: (event) => this.#submit(event) });
    this.draw();
  }

  /** draw brings labels and buttons up to date; what is written stays as it is. */
  draw() {
    const who = this.talk.who();
    const keyboard = this.talk.conversation.keyboard;
    relabel(this.element);
    this.area.setAttribute("aria-label", t("write", who));
    this.area.placeholder = keyboard?.placeholder || t("write_first_line");
    this.slash.hidden = !who.commands?.length || this.area.value !== "";
    this.keys.hidden = !keyboard;
    arrange(this.element, [this.commands.element, this.#note(), this.tray.element, this.line].filter(Boolean));
    this.#grow();
  }

  focus() {
    this.area.focus({ preventScroll: true });
  }

  /** edit puts a message of one's own into the field, to be changed. */
  edit(message) {
    this.#editing = message;
    this.area.value = plain(message);
    this.draw();
    this.focus();
  }

  /** add takes files that were dropped on the chat. */
  add(files) {
    const list = [...files];
    this.tray.add(list, list.every((file) => file.type.startsWith("image/")));
  }

  get #draft() {
    return `draft.${this.talk.person}`;
  }

  #typed() {
    this.commands.narrow(this.#editing ? "" : this.area.value);
    if (!this.#editing) remember(this.#draft, this.area.value);
    this.slash.hidden = !this.talk.who().commands?.length || this.area.value !== "";
    this.#grow();
  }

  // A field as tall as its text, up to what the style sheet allows.
  #grow() {
    this.area.style.height = "auto";
    this.area.style.height = `${this.area.scrollHeight + 2}px`;
  }

  #key(event) {
    // Safari ends the composition before it tells of the Enter that ended it; 229 gives it away.
    if (event.isComposing || event.keyCode === 229 || this.commands.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.element.requestSubmit();
    } else if (event.key === "Escape" && this.#editing) this.#stopEditing();
    else if (event.key === "ArrowUp" && this.area.value === "") this.#editLatest(event);
  }

  #editLatest(event) {
    const latest = this.talk.conversation.latest("person", editable);
    if (!latest) return;
    event.preventDefault();
    this.edit(latest);
  }

  #stopEditing() {
    this.#editing = null;
    this.area.value = recall(this.#draft, "");
    this.draw();
    this.focus();
  }

  #submit(event) {
    event.preventDefault();
    const text = this.area.value.trim();
    if (this.#editing) this.#change(this.#editing, text);
    else if (this.tray.files.length > 0) this.#sendFiles(text);
    else if (text !== "") this.#sendText(text);
  }

  #change(message, text) {
    this.#stopEditing();
    if (text && text !== plain(message)) this.talk.attempt(api.edit(this.talk.person, message.id, text));
  }

  async #sendText(text) {
    this.#clear();
    if (!(await this.talk.attempt(api.text(this.talk.person, text)))) this.#giveBack(text);
  }

  async #sendFiles(caption) {
    const { as } = this.tray;
    const files = this.tray.empty();
    this.#clear();
    this.#uploads++;
    this.draw();
    const sent = await this.talk.attempt(api.files(this.talk.person, files, as, caption));
    this.#uploads--;
    this.draw();
    if (sent) return;
    this.tray.add(files, as === "photo");
    this.#giveBack(caption);
  }

  #clear() {
    this.area.value = "";
    this.#typed();
    this.focus();
  }

  // What could not be sent is not lost, unless something else was begun meanwhile.
  #giveBack(text) {
    if (this.area.value === "") this.area.value = text;
    this.#typed();
  }

  #note() {
    if (this.#editing) {
      return el("div", { class: "composer-note", "data-role": "editing" }, icon("pen"),
        el("span", { class: "composer-note-text" }, el("b", {}, t("editing")), plain(this.#editing)),
        round("close", "stop-editing", "cancel", () => this.#stopEditing()));
    }
    if (this.#uploads > 0) return el("p", { class: "composer-note", role: "status", "data-role": "sending" }, icon("clip"), t("sending"));
    return null;
  }

  #listCommands() {
    this.commands.toggle();
    this.focus();
  }

  #attach(place) {
    openMenu(place, [
      { label: t("attach_photo"), icon: "photo", act: () => this.#choose("image/*") },
      { label: t("attach_document"), icon: "paper", act: () => this.#choose("") },
    ]);
  }

  #choose(accept) {
    const input = el("input", { type: "file", multiple: true, accept: accept || null, hidden: true, "data-role": "file",
      change: () => this.tray.add(input.files, accept !== "") || input.remove(), cancel: () => input.remove() });
    this.element.append(input);
    input.click();
  }

  #pasted(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    this.add(files);
  }
}
