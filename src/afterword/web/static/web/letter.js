"use strict";
// A tapped or focused sentence shows where it comes from, right under the letter.
const traces = document.getElementById("traces");
const show = (sentence) => {
  const trace = document.getElementById(sentence.dataset.trace);
  if (!trace) return;
  for (const other of document.querySelectorAll(".trace.shown, .sentence.shown")) other.classList.remove("shown");
  sentence.classList.add("shown");
  trace.classList.add("shown");
  traces.open = true;
  trace.scrollIntoView({ block: "nearest" });
};
for (const sentence of document.querySelectorAll(".sentence")) {
  const trace = document.getElementById(sentence.dataset.trace);
  sentence.title = trace ? trace.innerText.trim() : "";
  sentence.addEventListener("click", () => show(sentence));
  sentence.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); show(sentence); }
  });
}
