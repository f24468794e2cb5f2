// What the browser test asks of the page. Each answer is plain data, so that a
// failure can print it.

const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
const bare = (text) => text.replace(/\s/g, "");

// The bot's newest message in a chat: its number, its words, its buttons.
function sight(person) {
  const newest = [...document.querySelectorAll(`[data-role=chat][data-person="${person}"] [data-from=bot]`)].at(-1);
  if (!newest) return "";
  const words = newest.querySelector("[data-role=words]")?.textContent ?? "";
  const buttons = [...newest.querySelectorAll("[data-button]")].map((button) => `[${button.dataset.button}]`);
  return `${newest.dataset.message} ${bare(words)} ${buttons.join("")}`;
}

// A selector of the newest button of a chat whose label contains the words.
function button(person, label) {
  const fitting = [...document.querySelectorAll(`[data-role=chat][data-person="${person}"] [data-message] [data-button]`)]
    .filter((each) => each.dataset.button.includes(label)).at(-1);
  if (!fitting) return "";
  const message = fitting.closest("[data-message]").dataset.message;
  return `[data-role=chat][data-person="${person}"] [data-message="${message}"] [data-button="${CSS.escape(fitting.dataset.button)}"]`;
}

// Parts that reach beyond the window, or scroll sideways.
function wide() {
  const beyond = (each) => each.getBoundingClientRect().right > innerWidth + 0.5 || each.getBoundingClientRect().left < -0.5;
  const sideways = (each) => each.scrollWidth > each.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(each).overflowX);
  return [...document.querySelectorAll("body, body *")].filter((each) => shown(each) && !each.closest(".unseen") && (beyond(each) || sideways(each))).map(name);
}

// Things to press that are smaller than a fingertip. Commands within a text are as tall as the text.
function small() {
  return [...document.querySelectorAll("button, a, input, textarea, summary")].filter((each) => {
    const { width, height } = each.getBoundingClientRect();
    return shown(each) && !each.closest("[data-role=words]") && each.type !== "checkbox" && (width < 43.5 || height < 43.5);
  }).map((each) => `${name(each)} ${Math.round(each.getBoundingClientRect().width)}×${Math.round(each.getBoundingClientRect().height)}`);
}

function name(element) {
  const { role, button, message, person } = element.dataset;
  return `${element.tagName.toLowerCase()}.${element.className} ${role ?? button ?? message ?? person ?? ""}`.trim();
}

// Letters of the page, and of more if given, for which no font of this machine
// has a drawing: they are drawn as the letters nobody has, which are boxes.
function boxes(more = "") {
  const text = [document.body.innerText, more, ...[...document.querySelectorAll("[placeholder]")].map((each) => each.placeholder)].join("");
  const pen = new OffscreenCanvas(48, 48).getContext("2d", { willReadFrequently: true });
  pen.font = `24px ${getComputedStyle(document.body).fontFamily}`;
  const drawn = (letter) => {
    pen.clearRect(0, 0, 48, 48);
    pen.fillText(letter, 8, 34);
    return pen.getImageData(0, 0, 48, 48).data.join();
  };
  const box = drawn("\u{378}"); // assigned to no letter
  return [...new Set(text)].filter((letter) => letter.trim() && drawn(letter) === box);
}

globalThis.look = { sight, button, wide, small, boxes };
