"use strict";
for (const form of document.querySelectorAll("form[data-open-at-once]")) {
  history.replaceState(null, "", location.pathname);
  form.requestSubmit();
}
