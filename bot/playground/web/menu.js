// A small menu beside what it belongs to: a button, or the point of a long press.

import { el } from "./dom.js";
import { icon } from "./icons.js";

let closeCurrent = () => {};

/**
 * openMenu shows items {label, icon, danger, act} near place, which is an element or a point {x, y}.
 * One menu is open at a time; Escape, a choice or a click elsewhere closes it and gives the focus back.
 */
export function openMenu(place, items) {
  closeCurrent();
  const before = document.activeElement;
  const menu = el("div", { class: "menu", role: "menu", "data-role": "menu" }, ...items.map(entry));
  const outside = (event) => menu.contains(event.target) || close();

  function entry({ label, icon: name, danger, act }) {
    const chosen = () => {
      close();
      act();
    };
    return el("button", { class: danger ? "menu-entry danger" : "menu-entry", role: "menuitem", type: "button", "data-entry": label, click: chosen },
      icon(name), label);
  }

  function close() {
    menu.remove();
    document.removeEventListener("pointerdown", outside, true);
    closeCurrent = () => {};
    before?.focus({ preventScroll: true });
  }

  menu.addEventListener("keydown", (event) => walk(event, menu, close));
  document.addEventListener("pointerdown", outside, true);
  document.body.append(menu);
  stand(menu, place);
  menu.firstElementChild.focus({ preventScroll: true });
  closeCurrent = close;
}

function walk(event, menu, close) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    event.stopPropagation();
    close();
  } else if (step) {
    event.preventDefault();
    const entries = [...menu.children];
    entries.at((entries.indexOf(document.activeElement) + step) % entries.length).focus();
  }
}

// Inside the window, below the place if there is room and above it otherwise.
function stand(menu, place) {
  const box = place.getBoundingClientRect?.() ?? new DOMRect(place.x, place.y, 0, 0);
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = box.bottom + 4 + height <= innerHeight - 8;
  menu.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, below ? box.bottom + 4 : box.top - height - 4)}px`;
}
