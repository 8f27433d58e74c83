// Signing by finger under a record made on site, and the text that is signed.
(function () {
  "use strict";
  var Field = window.HengjianField;
  if (!Field) { return; }
  var ROLES = { party: "当事人或者在场人员", witness: "见证人", officer: "执法人员" };

  // An element with attributes and children; text stays text.
  function make(name, attributes) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      if (attributes[key] !== null) { element.setAttribute(key, attributes[key]); }
    });
    Array.prototype.slice.call(arguments, 2).forEach(function (child) { if (child) { element.append(child); } });
    return element;
  }
  function field(id, label, control) {
    control.id = id;
    return make("div", { class: "field" }, make("label", { for: id }, label), control);
  }
  function button(label, press, isSecond) {
    var made = make("button", { type: "button", class: isSecond ? "button secondary" : "button", "data-label": label }, label);
    var isBusy = false;
    // Pressed twice, it works once.
    made.addEventListener("click", async function () {
      if (isBusy) { return; }
      isBusy = true;
      try { await press(); } finally { isBusy = false; }
    });
    return made;
  }
  function moment(time) {
    return new Date(time).toLocaleString("sv-SE", { timeZone: "Asia/Shanghai" }).slice(0, 16);
  }
  async function digest(text) {
    var bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    return Array.from(bytes, function (byte) { return byte.toString(16).padStart(2, "0"); }).join("");
  }

  // A place to write on. Returns the picture as PNG in Base64, or nothing while it is empty.
  function Pad() {
    var canvas = make("canvas", {
      class: "signature-pad", width: "680", height: "260", role: "img", "aria-label": "签名区：用手指或者鼠标书写"
    });
    var pen = canvas.getContext("2d");
    var isDown = false;
    this.isEmpty = true;
    this.element = canvas;
    var pad = this;
    function place(event) {
      var box = canvas.getBoundingClientRect();
      return [(event.clientX - box.left) * canvas.width / box.width, (event.clientY - box.top) * canvas.height / box.height];
    }
    this.clear = function () {
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pad.isEmpty = true;
    };
    this.clear();
    canvas.addEventListener("pointerdown", function (event) {
      isDown = true;
      canvas.setPointerCapture(event.pointerId);
      pen.lineWidth = 4;
      pen.lineCap = pen.lineJoin = "round";
      pen.strokeStyle = "#111";
      pen.beginPath();
      pen.moveTo.apply(pen, place(event));
      event.preventDefault();
    });
    canvas.addEventListener("pointermove", function (event) {
      if (!isDown) { return; }
      pen.lineTo.apply(pen, place(event));
      pen.stroke();
      pad.isEmpty = false;
    });
    ["pointerup", "pointercancel"].forEach(function (name) {
      canvas.addEventListener(name, function () { isDown = false; });
    });
    this.picture = function () { return pad.isEmpty ? null : canvas.toDataURL("image/png").split(",")[1]; };
  }

  // The form of one signature; `done` gets it.
  function signing(prefix, done) {
    var role = make("select", {});
    Object.keys(ROLES).forEach(function (key) { role.append(make("option", { value: key }, ROLES[key])); });
    var name = make("input", { type: "text", maxlength: "60", autocomplete: "off" });
    var refuses = make("input", { type: "checkbox", id: prefix + "-refuses" });
    var why = make("textarea", { rows: "2", maxlength: "500" });
    var pad = new Pad();
    var fault = make("p", { class: "field-error", role: "alert" });
    var drawn = make("div", { class: "field" }, pad.element, make("div", { class: "button-row" },
      button("清除重写", pad.clear, true)));
    var reason = field(prefix + "-why", "拒绝签名的情况（见证人另行签名）", why);
    reason.hidden = true;
    refuses.addEventListener("change", function () { reason.hidden = !refuses.checked; drawn.hidden = refuses.checked; });
    function sign() {
      var picture = refuses.checked ? null : pad.picture();
      var refusal = refuses.checked ? why.value.trim() : "";
      if (!name.value.trim()) { fault.textContent = "签名人姓名应填写，实为空白"; return; }
      if (!picture && refusal.length < 2) {
        fault.textContent = refuses.checked ? "拒绝签名的情况应写明（行政强制法§18(八)），实为空白" : "应有签名，实为空白";
        return;
      }
      return done({ role: role.value, name: name.value.trim(), signedAt: Date.now(), picture: picture, refusal: refusal });
    }
    return make("fieldset", { class: "field signing" }, make("legend", {}, "签名"),
      field(prefix + "-role", "签名人身份", role), field(prefix + "-name", "签名人姓名", name),
      make("div", { class: "choice" }, refuses, make("label", { for: prefix + "-refuses" }, "拒绝签名，在笔录中注明")),
      drawn, reason, fault, make("div", { class: "button-row" }, button("确认签名", sign, true)));
  }

  function caption(control) {
    var group = control.type === "radio" || control.type === "checkbox" ? control.closest("fieldset") : null;
    var label = group ? group.querySelector("legend") : control.labels && control.labels[0];
    if (!label) { return control.getAttribute("aria-label") || control.name; }
    var plain = label.cloneNode(true);
    plain.querySelectorAll(".required, .optional").forEach(function (mark) { mark.remove(); });
    return plain.textContent.trim();
  }
  // What is read out and signed: the whole record as text.
  function recordText(kit, form, frame) {
    var lines = ["《" + form.papers.join("》《") + "》", "案件编号：" + kit.number, "事项：" + kit.item, "当事人：" + kit.party];
    frame.querySelectorAll("input[name], select[name], textarea[name]").forEach(function (control) {
      var isChoice = control.type === "radio" || control.type === "checkbox";
      if (isChoice && !control.checked || !control.value.trim()) { return; }
      var text = isChoice ? control.labels[0].textContent.trim() : control.value.trim();
      lines.push(caption(control) + "：" + (control.type === "datetime-local" ? text.replace("T", " ") : text));
    });
    return lines.join("\n") + "\n";
  }

  Object.assign(Field, {
    make: make, field: field, button: button, moment: moment, digest: digest, signing: signing, recordText: recordText,
    ROLES: ROLES
  });
})();
