// Files dropped on a chat.

import { t } from "./i18n.js";

/** acceptDrops hands the files dropped on element to take, while allowed says that it may. */
export function acceptDrops(element, allowed, take) {
  const carries = (event) => event.dataTransfer?.types.includes("Files") && allowed();
  const end = () => delete element.dataset.drop;
  element.addEventListener("dragover", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    element.dataset.drop = t("drop_here");
  });
  element.addEventListener("dragleave", (event) => element.contains(event.relatedTarget) || end());
  element.addEventListener("drop", (event) => {
    end();
    if (!carries(event)) return;
    event.preventDefault();
    take(event.dataTransfer.files);
  });
}
