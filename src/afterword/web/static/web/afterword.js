"use strict";
// Small conveniences; every essential path works without this file.

// data-confirm: ask before a form is sent. A form on its way is not sent a second time; its button shows data-busy.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  const form = event.target;
  const question = form.dataset.confirm || (event.submitter && event.submitter.dataset.confirm);
  if (form.hasAttribute("aria-busy") || (question && !window.confirm(question))) {
    event.preventDefault();
    return;
  }
  form.setAttribute("aria-busy", "true");
  const button = form.querySelector("[data-busy]");
  const before = button && button.textContent;
  if (button) button.textContent = button.dataset.busy;
  const free = () => { form.removeAttribute("aria-busy"); if (button) button.textContent = before; };
  addEventListener("pageshow", free, { once: true });
  setTimeout(free, 20000);
});

// data-copy="#id": copy the text of an element or field.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const from = document.querySelector(button.dataset.copy);
  const text = "value" in from ? from.value : from.innerText;
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Select and copy by hand";
  }
  setTimeout(() => { button.textContent = before; }, 2000);
});

// data-drop: a file dropped anywhere on the zone goes into its file field and is sent.
for (const zone of document.querySelectorAll("[data-drop]")) {
  const field = zone.querySelector("input[type=file]");
  for (const name of ["dragenter", "dragover"]) {
    zone.addEventListener(name, (event) => { event.preventDefault(); zone.classList.add("over"); });
  }
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    field.files = event.dataTransfer.files;
    if (field.files.length) field.form.requestSubmit();
  });
  field.addEventListener("change", () => { if (field.files.length) field.form.requestSubmit(); });
}

// A link to something folded unfolds it.
const unfold = () => {
  const named = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named && named.tagName === "DETAILS") { named.open = true; named.scrollIntoView({ block: "start" }); }
};
unfold();
addEventListener("hashchange", unfold);

// A textarea grows with its text.
const grow = (area) => { area.style.height = "auto"; area.style.height = `${area.scrollHeight + 2}px`; };
document.addEventListener("input", (event) => {
  if (event.target.matches && event.target.matches("textarea[data-grow]")) grow(event.target);
});
const growAll = () => { for (const area of document.querySelectorAll("textarea[data-grow]")) grow(area); };
growAll();
document.addEventListener("htmx:afterSettle", growAll);

// data-print: print this page.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

// data-saved: what is typed is saved on its way; a save that fails is said where "Saved" would be.
const savedPlace = () => document.querySelector("[data-saved]");
for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  document.addEventListener(name, (event) => {
    const place = savedPlace();
    if (!place || event.detail.xhr.status === 401) return;
    const reason = new DOMParser().parseFromString(event.detail.xhr.responseText || "", "text/html").body.innerText.trim();
    place.classList.add("failed");
    place.textContent = reason || "Not saved yet. Is Afterword still running? Type on, it tries again.";
  });
}
document.addEventListener("htmx:afterOnLoad", () => { const place = savedPlace(); if (place) place.classList.remove("failed"); });

// data-autosave: what was typed in the last moment before the page closes is sent on the way out.
addEventListener("pagehide", () => {
  for (const field of document.querySelectorAll("[data-autosave]")) {
    if (field.value === field.defaultValue) continue;
    const body = new URLSearchParams();
    for (const part of field.closest("[data-line]").querySelectorAll("[name]")) {
      if (part.tagName !== "BUTTON" && (part.type !== "checkbox" || part.checked)) body.append(part.name, part.value);
    }
    const headers = JSON.parse(document.body.getAttribute("hx-headers"));
    fetch(field.getAttribute("hx-post"), { method: "POST", body, headers, keepalive: true });
  }
});

// data-own-zone="id": a time zone nobody has told yet starts as this computer's own, in plain sight.
for (const place of document.querySelectorAll("[data-own-zone]")) {
  const field = document.getElementById(place.dataset.ownZone);
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (field && !field.value && [...field.options].some((option) => option.value === own)) field.value = own;
}
