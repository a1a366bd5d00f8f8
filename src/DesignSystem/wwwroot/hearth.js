// Progressive enhancement only: every page works without this file.
import { initAll } from "./built/govuk-frontend.min.js";
import { initSpeak } from "./speak.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
initSpeak();

// ARIA knows no radio that expands (WCAG 4.1.2); what it opens follows it in reading order.
const still = () => {
  for (const radio of document.querySelectorAll("input[type=radio][aria-expanded]")) radio.removeAttribute("aria-expanded");
};
still();
document.addEventListener("click", still);
window.addEventListener("pageshow", still);

for (const button of document.querySelectorAll("[data-hearth-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
