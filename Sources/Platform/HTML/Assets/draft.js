// Keeps the form of a draft while it is written: saves it by itself, holds what could not be sent until the line is
// back, and tells when another window wrote the same field. Without this script each button saves.
(function () {
  "use strict";
  var form = document.querySelector("form[data-draft]");
  if (!form || !window.fetch || !window.URLSearchParams) { return; }
  var PAUSE = 1200;
  var seen = form.querySelector("input[name=seen]");
  var place = "draft " + form.getAttribute("action");
  var words = document.createElement("p");
  var told = document.createElement("div");
  words.className = "hint";
  words.setAttribute("role", "status");
  told.setAttribute("role", "alert");
  form.append(told, words);
  var timer = null;
  var saving = null;
  var isDirty = false;
  var isReached = false;
  var isLeaving = false;
  var isRefused = false;
  var isTold = false;

  function own(name) { return name !== "_token" && name !== "seen"; }
  function pairs() {
    return Array.from(new FormData(form)).filter(function (pair) { return own(pair[0]) && typeof pair[1] === "string"; });
  }
  // In this window only, and gone with it: what is typed may be about persons.
  function remember() {
    try { sessionStorage.setItem(place, JSON.stringify({ seen: seen.value, pairs: pairs() })); } catch (fault) { return; }
  }
  function forget() { try { sessionStorage.removeItem(place); } catch (fault) { return; } }
  function remembered() {
    try { return JSON.parse(sessionStorage.getItem(place)); } catch (fault) { return null; }
  }
  function put(name, value) {
    form.querySelectorAll("[name=\"" + CSS.escape(name) + "\"]").forEach(function (field) {
      if (field.type === "radio" || field.type === "checkbox") {
        field.checked = field.value === value;
      } else if (field.type !== "hidden" && field.type !== "submit") {
        field.value = value;
      }
    });
  }
  // Questions that the answers so far do not ask.
  function hide(names) {
    form.querySelectorAll("[data-moot]").forEach(function (part) { part.hidden = false; part.removeAttribute("data-moot"); });
    names.forEach(function (name) {
      var found = document.getElementById(name);
      var part = found && (found.matches("fieldset") ? found : found.closest(".field"));
      if (part) { part.hidden = true; part.setAttribute("data-moot", ""); }
    });
  }
  function tell(conflicts) {
    told.textContent = "";
    if (conflicts.length === 0) { return; }
    var box = document.createElement("div");
    var text = document.createElement("div");
    box.className = "alert caution";
    isTold = true;
    var list = document.createElement("ul");
    var head = document.createElement("p");
    head.textContent = "另一个窗口也改了下面的内容。继续保存即以本窗口填写的为准；要用那里的内容，请照抄到本窗口。";
    conflicts.forEach(function (conflict) {
      var line = document.createElement("li");
      line.textContent = conflict.label + "：另一个窗口填写的是“" + conflict.other + "”，本窗口填写的是“" + conflict.mine + "”";
      list.append(line);
    });
    text.append(head, list);
    box.append(text);
    told.append(box);
    told.scrollIntoView({ block: "center" });
  }

  function save() {
    clearTimeout(timer);
    if (saving) { return saving.then(function () { return isDirty ? save() : null; }); }
    isDirty = false;
    var body = new URLSearchParams(new FormData(form));
    body.set("auto", "1");
    saving = fetch(form.getAttribute("action"), {
      method: "POST", body: body, credentials: "same-origin", redirect: "manual", keepalive: isLeaving
    }).then(function (answer) {
      isRefused = answer.type === "opaqueredirect" || (answer.status >= 400 && answer.status < 500 && answer.status !== 429);
      if (!answer.ok) { throw new Error(String(answer.status)); }
      return answer.json();
    }).then(function (answer) {
      saving = null;
      if (!isDirty) { answer.taken.forEach(function (field) { put(field.name, field.value); }); }
      seen.value = answer.seen;
      hide(answer.moot);
      if (answer.conflicts.length > 0) { tell(answer.conflicts); }
      if (isDirty) { remember(); } else { forget(); }
      words.textContent = "已自动保存";
    }).catch(function () {
      saving = null;
      isDirty = true;
      if (isRefused) { words.textContent = "没有能够自动保存，请按“保存并继续”"; return; }
      words.textContent = "还没有保存：线路中断，内容留在本窗口，恢复后自动保存";
      timer = setTimeout(save, 5000);
    });
    return saving;
  }
  function changed() {
    isDirty = true;
    words.textContent = "";
    remember();
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  }

  if (seen) {
    hide(form.getAttribute("data-draft").split(" ").filter(Boolean));
    var left = remembered();
    if (left) {
      left.pairs.forEach(function (pair) { put(pair[0], pair[1]); });
      seen.value = left.seen;
      isDirty = true;
      save();
    }
    form.addEventListener("input", changed);
    form.addEventListener("change", function (event) { isDirty = true; remember(); if (/^(radio|select-one)$/.test(event.target.type)) { save(); } });
    window.addEventListener("online", function () { if (isDirty) { save(); } });
    window.addEventListener("pagehide", function () { if (isDirty && !isReached) { isLeaving = true; save(); } });
    window.addEventListener("pageshow", function (event) { if (event.persisted) { location.reload(); } });
  }

  // A button waits for the line: what is chosen or typed stays on the page until it can be sent.
  function reach() {
    return fetch(location.pathname, { method: "GET", credentials: "same-origin", cache: "no-store" }).then(function (answer) {
      if (answer.status >= 500) { throw new Error(String(answer.status)); }
    });
  }
  form.addEventListener("submit", function (event) {
    if (isReached) { return; }
    event.preventDefault();
    var button = event.submitter;
    clearTimeout(timer);
    isTold = false;
    (function send() {
      // What was typed is kept before the page is left, so that a line that is cut in between takes nothing along.
      Promise.resolve(saving).then(function () { return seen && isDirty && !isRefused ? save() : null; }).then(function () {
        if (seen && isDirty && !isRefused) { throw new Error("not saved"); }
        return reach();
      }).then(function () {
        // Who was just told of another window looks first and presses once more.
        if (isTold) { isTold = false; return; }
        isReached = true;
        isDirty = false;
        forget();
        form.requestSubmit(button);
      }).catch(function () {
        words.textContent = "还没有发出：线路中断，恢复后自动发出";
        setTimeout(send, 3000);
      });
    })();
  });
})();
