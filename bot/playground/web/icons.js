// The page's drawings: 24 × 24, stroked in the colour of the text beside them.

const paths = {
  back: "M15 5l-7 7 7 7",
  close: "M6 6l12 12M18 6L6 18",
  send: "M4 12l16-8-5 16-4-6-7-2zM11 14l9-10",
  clip: "M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4L14.5 7",
  more: "M12 4.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6zM12 11.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6zM12 18.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6z",
  slash: "M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM14 7l-4 10",
  keys: "M3 6h18v12H3zM7 10v.01M11 10v.01M15 10v.01M18 10v.01M8 14h8",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  paper: "M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h7",
  photo: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9v.01",
  save: "M12 4v11M7 11l5 5 5-5M5 20h14",
  voice: "M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4",
  video: "M3 7h12v10H3zM15 11l6-3v8l-6-3z",
  location: "M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.5 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  sticker: "M4 4h16v10l-6 6H4zM14 20v-6h6M8.5 9.5v.01M14 9.5v.01M8.5 13c1.5 1.3 3 1.3 4.5.5",
  phone: "M6 3h4l2 5-2.5 1.7a11 11 0 0 0 4.8 4.8L16 12l5 2v4a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z",
  forward: "M14 5l6 6-6 6v-4c-5 0-8 1.5-10 5 .3-6 4-9.5 10-9.5z",
  stop: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.7 5.7l12.6 12.6",
  down: "M12 5v14M6 13l6 6 6-6",
  out: "M8 16L17 7M9 7h8v8",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  pen: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
  again: "M19 12a7 7 0 1 1-2.5-5.4M19 3v5h-5",
};

const space = "http://www.w3.org/2000/svg";

/** icon draws by name; it is decoration, the label is its owner's duty. */
export function icon(name) {
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}
