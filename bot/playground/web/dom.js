// Building and arranging elements.

/**
 * el makes an element. A function value becomes a listener of that name, true an empty attribute;
 * null, undefined and false are left out, among the attributes and among the children.
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) give(node, name, value);
  node.append(...children.filter(present));
  return node;
}

/** give sets or removes one attribute by the same rules as el. */
export function give(node, name, value) {
  if (typeof value === "function") node.addEventListener(name, value);
  else if (!present(value)) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? "" : value);
}

function present(value) {
  return value !== null && value !== undefined && value !== false;
}

/**
 * arrange makes nodes the children of parent, in this order. A node that already stands right is
 * not moved, so that it keeps its scroll position and the focus.
 */
export function arrange(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
}
