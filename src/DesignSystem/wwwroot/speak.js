// “Read it to me”: the browser's own voice reads what a button points at. Without a voice in the page's language the button stays hidden.
const voices = window.speechSynthesis;

const wordsOf = (part) =>
  [...part.querySelectorAll("legend, label, .govuk-hint, .hearth-rank b")]
    .filter((element) => !element.querySelector("legend, label"))
    .map((element) => element.textContent.replace(/\s+/g, " ").trim())
    .filter((words, at, all) => words.length > 0 && all.indexOf(words) === at)
    .join(". ");

const languageOf = (part) => part.closest("[lang]")?.lang || "en";

const speaks = (language) => voices.getVoices().some((voice) => voice.lang.toLowerCase().replace("_", "-").split("-")[0] === language.split("-")[0]);

const show = () => {
  for (const button of document.querySelectorAll("[data-hearth-speak]")) {
    const part = document.querySelector(button.dataset.hearthSpeak);
    button.hidden = part === null || !speaks(languageOf(part.querySelector("[lang]") ?? part));
  }
};

export const initSpeak = () => {
  if (voices === undefined || document.querySelector("[data-hearth-speak]") === null) return;
  show();
  voices.addEventListener("voiceschanged", show);
  window.addEventListener("pagehide", () => voices.cancel());
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-hearth-speak]");
    if (button === null) return;
    const speaking = voices.speaking;
    voices.cancel();
    if (speaking) return;
    const part = document.querySelector(button.dataset.hearthSpeak);
    const said = new SpeechSynthesisUtterance(wordsOf(part));
    said.lang = languageOf(part.querySelector("[lang]") ?? part);
    voices.speak(said);
  });
};
