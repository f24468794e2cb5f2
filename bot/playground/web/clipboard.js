// Copying text, also where the browser offers its clipboard to encrypted pages only.

/** copy puts a text on the clipboard and resolves to whether that worked. */
export async function copy(text) {
  if (!navigator.clipboard) return copyByHand(text);
  return navigator.clipboard.writeText(text).then(() => true, () => copyByHand(text));
}

function copyByHand(text) {
  const before = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "unseen";
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  before?.focus({ preventScroll: true });
  return copied;
}
