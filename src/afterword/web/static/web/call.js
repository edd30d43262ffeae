"use strict";
// A stopwatch for the call; nothing depends on it.
for (const box of document.querySelectorAll("[data-timer]")) {
  box.hidden = false;
  const face = box.querySelector(".timer");
  const button = box.querySelector("button");
  let began = 0;
  let ticking = null;
  const tick = () => {
    const seconds = Math.floor((performance.now() - began) / 1000);
    face.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };
  button.addEventListener("click", () => {
    if (ticking) { clearInterval(ticking); ticking = null; button.textContent = "Start"; return; }
    began = performance.now();
    ticking = setInterval(tick, 500);
    button.textContent = "Stop";
    tick();
  });
}
