"use strict";
// Underlines while typing. The text field is never touched except by a pressed fix; its underlines stand in a
// layer behind it with the same text. One request at a time, half a second after the last key.
(() => {
  const WAIT = 500;
  const token = JSON.parse(document.body.getAttribute("hx-headers") || "{}")["x-csrftoken"];

  const post = (url, values) => fetch(url, {
    method: "POST", credentials: "same-origin",
    headers: { "X-CSRFToken": token, "HX-Request": "true", "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(values),
  });

  for (const box of document.querySelectorAll("[data-proof]")) {
    const area = box.querySelector("textarea");
    const back = box.querySelector(".proofed-back");
    const field = box.closest(".field");
    const count = field.querySelector("[role=status]");
    const list = field.querySelector(".proof-list");
    const ignored = new Set();
    let timer = null, busy = false, again = false, findings = [];

    const key = (f) => `${f.code}\n${area.value.slice(f.start, f.end)}`;
    const live = () => findings.filter((f) => !ignored.has(key(f)));

    const paint = () => {
      const text = area.value;
      back.textContent = "";
      let place = 0;
      for (const f of live()) {
        if (f.start < place || f.end > text.length) continue;
        back.append(text.slice(place, f.start));
        const mark = document.createElement("mark");
        mark.className = f.certain ? "stop" : "warning";
        mark.textContent = text.slice(f.start, f.end);
        back.append(mark);
        place = f.end;
      }
      back.append(`${text.slice(place)}\n`);
      back.scrollTop = area.scrollTop;
    };

    const button = (words, act, primary) => {
      const one = document.createElement("button");
      one.type = "button";
      one.textContent = words;
      if (primary) one.className = "primary";
      one.addEventListener("click", act);
      return one;
    };

    const card = (f) => {
      const item = document.createElement("li");
      const words = area.value.slice(f.start, f.end);
      const said = document.createElement("p");
      const quoted = document.createElement("strong");
      quoted.textContent = words;
      said.append(quoted, ` – ${f.message}`);
      const acts = document.createElement("div");
      acts.className = "actions";
      for (const fix of f.fixes) {
        acts.append(button(fix, () => {
          area.setRangeText(fix, f.start, f.end, "end");
          area.focus();
          area.dispatchEvent(new Event("input", { bubbles: true }));
        }, true));
      }
      acts.append(button("Show", () => { area.focus(); area.setSelectionRange(f.start, f.end); }));
      acts.append(button("Ignore once", () => { ignored.add(key(f)); draw(); }));
      if (!f.certain) acts.append(button("Ignore always", async () => { await post(box.dataset.learn, { word: words }); ignored.add(key(f)); draw(); }));
      item.append(said, acts);
      item.dataset.start = f.start;
      return item;
    };

    const draw = (note) => {
      const shown = live();
      paint();
      list.textContent = "";
      for (const f of shown) list.append(card(f));
      count.textContent = (shown.length ? `${shown.length} ${shown.length === 1 ? "thing" : "things"} to look at.` : "Nothing to look at.") + (note ? ` ${note}` : "");
    };

    const ask = async () => {
      if (busy) { again = true; return; }
      busy = true;
      const text = area.value;
      try {
        const answer = await post(box.dataset.proof, { body: text });
        if (answer.ok) {
          const said = await answer.json();
          if (area.value === text) { findings = said.findings; draw(said.note); }
        }
      } catch { count.textContent = "Not proofread: Afterword did not answer."; }
      busy = false;
      if (again) { again = false; ask(); }
    };

    area.addEventListener("input", () => { findings = []; paint(); clearTimeout(timer); timer = setTimeout(ask, WAIT); });
    area.addEventListener("scroll", () => { back.scrollTop = area.scrollTop; });
    area.addEventListener("click", () => {
      const f = live().find((one) => area.selectionStart >= one.start && area.selectionStart <= one.end);
      for (const item of list.children) item.classList.toggle("shown", Boolean(f) && Number(item.dataset.start) === f.start);
      const item = f && [...list.children].find((one) => Number(one.dataset.start) === f.start);
      if (item) item.scrollIntoView({ block: "nearest" });
    });
    const details = box.closest("details");
    if (details && !details.open) details.addEventListener("toggle", () => { if (details.open) ask(); }, { once: true });
    else ask();
  }
})();
