// Files waiting in the composer to be sent: chosen, dropped or pasted.

import { el } from "./dom.js";
import { extension, size } from "./files.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";

const most = 10; // files in one message
const heaviest = 60 * 1024 * 1024; // bytes in one message
const pictures = ["image/jpeg", "image/png", "image/webp", "image/gif"];

export class Tray {
  files = [];
  #asPhoto = false;

  /** changed is called when files come or go; say with a notice for the person. */
  constructor(changed, say) {
    this.changed = changed;
    this.say = say;
    this.element = el("div", { class: "tray", "data-role": "tray", hidden: true });
  }

  /** as is how the server shall send the files: "photo" or "document". */
  get as() {
    return this.#asPhoto && this.#allPictures ? "photo" : "document";
  }

  get #allPictures() {
    return this.files.length > 0 && this.files.every((file) => pictures.includes(file.type));
  }

  /** add puts files into the tray, as pictures if that is wished and possible. */
  add(files, asPhoto) {
    if (this.files.length === 0) this.#asPhoto = asPhoto;
    for (const file of files) if (!this.#take(file)) break;
    this.#draw();
  }

  /** empty takes all files out and returns them. */
  empty() {
    const files = this.files;
    this.files = [];
    this.#draw();
    return files;
  }

  #take(file) {
    if (this.files.length === most) return this.say(t("too_many_files"));
    const weight = this.files.reduce((sum, each) => sum + each.size, file.size);
    if (weight > heaviest) return this.say(t("too_big", file));
    return this.files.push(file);
  }

  #remove(file) {
    this.files = this.files.filter((each) => each !== file);
    this.#draw();
  }

  #draw() {
    for (const old of this.element.querySelectorAll("img")) URL.revokeObjectURL(old.src);
    this.element.replaceChildren(...this.files.map((file) => this.#piece(file)), this.#allPictures ? this.#choice() : "");
    this.element.hidden = this.files.length === 0;
    this.changed();
  }

  #piece(file) {
    const sign = pictures.includes(file.type)
      ? el("img", { src: URL.createObjectURL(file), alt: "" })
      : el("span", { class: "card-sign", "data-extension": extension(file.name) }, icon("paper"));
    return el("div", { class: "tray-piece" }, sign,
      el("span", { class: "card-lines" }, el("span", { class: "card-name" }, file.name), el("span", { class: "card-size" }, size(file.size))),
      el("button", { class: "round", type: "button", "aria-label": t("remove_file", file), click: () => this.#remove(file) }, icon("close")));
  }

  #choice() {
    const box = el("input", { type: "checkbox", "data-role": "as-photo", change: () => (this.#asPhoto = box.checked) });
    box.checked = this.#asPhoto;
    return el("label", { class: "tray-choice" }, box, t("as_photo"));
  }
}
