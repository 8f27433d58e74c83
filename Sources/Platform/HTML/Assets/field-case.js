// One case in field work: its forms, its signatures, its photographs, and what becomes of them.
(function () {
  "use strict";
  var Field = window.HengjianField;
  if (!Field || !Field.make) { return; }
  var make = Field.make;
  var LARGEST = 50 * 1024 * 1024;
  var UNSAVED = "没有保存到本机：应有足够的存储空间，实为不足。请清理后再试，不要关闭本页";

  function bytesOf(base64) { return Uint8Array.from(atob(base64), function (sign) { return sign.charCodeAt(0); }); }
  function pairs(frame) {
    return Array.from(frame.querySelectorAll("input[name], select[name], textarea[name]")).filter(function (control) {
      return control.type !== "radio" && control.type !== "checkbox" || control.checked;
    }).map(function (control) { return [control.name, control.value]; });
  }
  function moreLines(frame) {
    frame.querySelectorAll(".field.group").forEach(function (group) {
      group.append(Field.button("增加一行", function () {
        var lines = group.querySelectorAll(".entry-line:not(.entry-head)");
        var last = lines[lines.length - 1];
        var line = last.cloneNode(true);
        line.querySelectorAll("input").forEach(function (cell) {
          cell.value = "";
          cell.removeAttribute("id");
          cell.name = cell.name.replace(/-(\d+)-(\d+)$/, "-" + lines.length + "-$2");
          cell.setAttribute("aria-label", cell.getAttribute("aria-label").replace(/第 \d+ 行/, "第 " + (lines.length + 1) + " 行"));
        });
        last.after(line);
      }, true));
    });
  }
  function fill(frame, values) {
    var left = values.slice();
    values.forEach(function (pair) {
      // Lines that were added before stand there again.
      while (!frame.querySelector("[name='" + pair[0] + "']") && /-\d+-\d+$/.test(pair[0])) {
        var group = frame.querySelector("[name='" + pair[0].replace(/-\d+-\d+$/, "-0-0") + "']");
        if (!group) { break; }
        group.closest(".field.group").querySelector("button").click();
      }
    });
    frame.querySelectorAll("input[name], select[name], textarea[name]").forEach(function (control) {
      var isChoice = control.type === "radio" || control.type === "checkbox";
      var place = left.findIndex(function (pair) {
        return pair[0] === control.name && (!isChoice || pair[1] === control.value);
      });
      if (isChoice) { control.checked = place >= 0; } else { control.value = place >= 0 ? left[place][1] : ""; }
      if (place >= 0) { left.splice(place, 1); }
    });
  }

  // A view of a kit; `page` saves, adds and removes.
  Field.caseView = function (kit, page) {
    function recordView(form) {
      var frame = make("div", { class: "paper" });
      var parsed = new DOMParser().parseFromString(form.html, "text/html");
      frame.append.apply(frame, Array.from(parsed.body.childNodes));
      moreLines(frame);
      var state = kit.records[form.prefix] || { signatures: [], isFinished: false };
      kit.records[form.prefix] = state;
      if (state.values) { fill(frame, state.values); }
      var saved = make("p", { class: "hint", role: "status" });
      var foot = make("div", {});
      var timer = null;
      async function save() {
        state.values = pairs(frame);
        kit.begun = true;
        try {
          await page.save(kit);
          saved.textContent = "已保存在本机，" + Field.moment(Date.now());
        } catch (fault) {
          saved.textContent = UNSAVED;
        }
      }
      frame.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(save, 150); });
      frame.addEventListener("click", function (event) { if (event.target.type === "button") { save(); } });

      function lock() {
        var isLocked = state.isFinished || state.signatures.length > 0;
        frame.querySelectorAll("input, select, textarea, button").forEach(function (control) { control.disabled = isLocked; });
      }
      async function signed(signature) {
        clearTimeout(timer);
        await save();
        state.text = Field.recordText(kit, form, frame);
        state.digest = await Field.digest(state.text);
        state.signatures.push(signature);
        await page.save(kit);
        draw();
      }
      async function reopen() {
        state.signatures = [];
        state.madeAt = null;
        await page.save(kit);
        draw();
      }
      async function finish() {
        clearTimeout(timer);
        try {
          // Kept before anything is handed over: who is interrupted and finishes again hands over the same.
          state.madeAt = state.madeAt || Date.now();
          await save();
          await finished(form, state);
          state.isFinished = true;
          whole.removeAttribute("open");
        } catch (fault) {
          saved.textContent = UNSAVED;
        }
        draw();
      }
      function draw() {
        lock();
        var list = make("ul", { class: "field-signatures" });
        state.signatures.forEach(function (signature) {
          var line = make("li", {}, Field.ROLES[signature.role] + " " + signature.name + "，" +
            (signature.refusal ? "拒绝签名：" + signature.refusal : "已签名") + "（" + Field.moment(signature.signedAt) + "）");
          list.append(line);
        });
        foot.replaceChildren(saved, list);
        if (state.isFinished) {
          done.textContent = "，已填写完毕";
          foot.append(make("p", {}, "已填写完毕，见下面的发送情况。"));
          return;
        }
        foot.append(Field.signing(form.prefix + "-sign", signed));
        var row = make("div", { class: "button-row" }, Field.button("填写完毕，交付发送", finish));
        if (state.signatures.length) { row.append(Field.button("修改笔录（已有签名作废）", reopen, true)); }
        foot.append(row);
      }
      var hint = form.isOpen ? "" : "（到该环节后归入）";
      var done = make("span", {});
      var whole = make("details", { class: "act", open: state.values && !state.isFinished ? "" : null },
        make("summary", {}, "《" + form.papers.join("》《") + "》" + form.label + hint, done), frame,
        make("div", { class: "paper" }, foot));
      draw();
      return whole;
    }

    // A finished record becomes the draft of the act's form, and what was signed becomes evidence.
    async function finished(form, state) {
      var id = [kit.id, form.prefix, state.madeAt.toString(36)].join("-");
      var title = "《" + form.papers.join("》《") + "》";
      if (state.signatures.length && kit.takesEvidence) {
        var files = [["笔录正文.txt", "text/plain", new TextEncoder().encode(state.text)]];
        var signatures = state.signatures.map(function (signature, index) {
          var name = signature.picture ? "签名" + (index + 1) + ".png" : "";
          if (name) { files.push([name, "image/png", bytesOf(signature.picture)]); }
          return { role: signature.role, name: signature.name, signedAt: signature.signedAt, file: name, refusal: signature.refusal };
        });
        await page.addEvidence(kit, {
          id: "s-" + id, madeAt: state.madeAt,
          evidence: {
            kind: "inspectionRecord", name: title + "现场签名件", shows: "现场情况和当事人核对、签名情况", origin: "现场制作"
          },
          record: { name: title, file: "笔录正文.txt", digest: state.digest, signatures: signatures }
        }, files);
      }
      await page.addItem(kit, {
        id: "r-" + id, madeAt: state.madeAt, kind: "record", title: title, form: form.prefix, values: state.values
      });
      // What goes out lies in the items now.
      kit.records[form.prefix] = { signatures: [], isFinished: true };
      kit.begun = Object.keys(kit.records).some(function (prefix) {
        return kit.records[prefix].values && !kit.records[prefix].isFinished;
      });
      await page.save(kit);
    }

    function photoView() {
      var id = "field-photo";
      var kind = make("select", {});
      kit.kinds.forEach(function (each) { kind.append(make("option", { value: each.id }, each.name)); });
      kind.value = "audiovisual";
      var name = make("input", { type: "text", maxlength: "100", value: "现场照片" });
      var shows = make("input", { type: "text", maxlength: "500" });
      var files = make("input", { type: "file", multiple: "", accept: "image/*,audio/*,video/*", capture: "environment" });
      var fault = make("p", { class: "field-error", role: "alert" });
      async function add() {
        var chosen = Array.from(files.files);
        var large = chosen.find(function (file) { return file.size > LARGEST || file.size === 0; });
        if (!chosen.length) { fault.textContent = "应选择或者拍摄一个以上文件，实为没有"; return; }
        if (chosen.length > 20) { fault.textContent = "每次应为 20 个以内文件，实为 " + chosen.length + " 个"; return; }
        if (large) { fault.textContent = "每个文件应为 50 MB 以内且不是空文件，实为“" + large.name + "”"; return; }
        if (shows.value.trim().length < 2 || name.value.trim().length < 2) {
          fault.textContent = "“证据名称”“证明的事项”应各写 2 个字以上";
          return;
        }
        var contents = [];
        for (var place = 0; place < chosen.length; place += 1) {
          contents.push([(place + 1) + "-" + chosen[place].name, chosen[place].type || "application/octet-stream",
            new Uint8Array(await chosen[place].arrayBuffer())]);
        }
        fault.textContent = "";
        try {
          await page.addEvidence(kit, {
            id: crypto.randomUUID(), madeAt: Date.now(), record: null,
            evidence: { kind: kind.value, name: name.value.trim(), shows: shows.value.trim(), origin: "现场取得" }
          }, contents);
        } catch (failure) {
          fault.textContent = UNSAVED;
          return;
        }
        files.value = "";
        shows.value = "";
      }
      return make("details", { class: "act" }, make("summary", {}, "添加照片、录音录像"), make("div", { class: "paper" },
        Field.field(id + "-files", "拍摄或者选择文件（每个 50 MB 以内）", files), Field.field(id + "-kind", "证据种类", kind),
        Field.field(id + "-name", "证据名称", name), Field.field(id + "-shows", "证明的事项", shows), fault,
        make("div", { class: "button-row" }, Field.button("保存到本机", add))));
    }

    function companions() {
      if (!kit.companions.length) { return null; }
      var group = make("fieldset", { class: "field" }, make("legend", {}, "同行的执法人员" +
        (kit.needsTwo ? "（收集证据应由 2 人以上进行，行政处罚法§42）" : "")));
      kit.companions.forEach(function (officer, index) {
        var box = make("input", { type: "checkbox", id: "companion-" + index, value: officer.id });
        box.checked = kit.chosen.indexOf(officer.id) >= 0;
        box.addEventListener("change", function () {
          kit.chosen = kit.chosen.filter(function (each) { return each !== officer.id; }).concat(box.checked ? [officer.id] : []);
          page.save(kit);
        });
        group.append(make("div", { class: "choice" }, box, make("label", { for: box.id }, officer.name)));
      });
      return group;
    }

    var section = make("section", { class: "panel field-kit" }, make("h2", {}, kit.number));
    if (kit.isDone) {
      section.append(make("p", {}, "已全部发送，本案资料已从本机清除，只留回执。"));
    } else {
      section.append(make("p", {}, kit.item + "，" + kit.party + "，带出时" + kit.stage + "（" + Field.moment(kit.takenAt) + "）"));
      var chosen = companions();
      if (chosen) { section.append(chosen); }
      kit.forms.forEach(function (form) { section.append(recordView(form)); });
      if (kit.takesEvidence) { section.append(photoView()); }
    }
    return section;
  };
})();
