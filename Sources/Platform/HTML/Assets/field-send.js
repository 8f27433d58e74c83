// Sends what was done on site through the doors of the desk: files part by part (tus 1.0.0), then evidence and records
// as forms with a key of their own, so that whatever is cut off is sent again and nothing counts twice.
(function () {
  "use strict";
  var Field = window.HengjianField;
  if (!Field) { return; }
  // Small enough for a slow line within the time of a call.
  var PART = 1024 * 1024;
  var VERSION = { "Tus-Resumable": "1.0.0" };

  function Refused(words) { this.words = words; }
  function SignedOut() { return; }
  function base64(text) {
    return btoa(Array.from(new TextEncoder().encode(text), function (byte) { return String.fromCharCode(byte); }).join(""));
  }
  function caseAddress(kit) { return "/desk/cases/" + encodeURIComponent(kit.number); }
  function fieldAddress(kit) { return "/field/cases/" + encodeURIComponent(kit.number); }

  // A line that says nothing for so long counts as cut.
  async function call(token, method, address, headers, body) {
    var answer = await fetch(address, {
      method: method,
      headers: Object.assign({ "X-Forgery-Token": token }, headers),
      body: body,
      credentials: "same-origin",
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(60000)
    });
    if (answer.type === "opaqueredirect" || answer.status === 401) { throw new SignedOut(); }
    if (answer.status >= 500) { throw new Error(String(answer.status)); }
    return answer;
  }

  async function upload(token, owner, kit, item, file, tell) {
    for (;;) {
      var answer = file.place ? await call(token, "HEAD", file.place, VERSION) : null;
      if (!answer || answer.status === 404) {
        answer = await call(token, "POST", caseAddress(kit) + "/uploads?form=evidence", Object.assign({
          "Upload-Length": String(file.size),
          "Upload-Metadata": "filename " + base64(file.name) + ",filetype " + base64(file.type)
        }, VERSION));
        if (answer.status === 429) { throw new Refused("未完成的上传过多，请稍后再发"); }
        if (answer.status !== 201) { throw new Refused("本案已不能添加证据（" + answer.status + "）"); }
        file.place = answer.headers.get("Location");
        await Field.saveItem(owner, item);
      }
      var offset = Number(answer.headers.get("Upload-Offset"));
      while (offset < file.size) {
        tell(offset);
        var bytes = await Field.part(owner, item.id, file.name, Math.floor(offset / PART));
        answer = await call(token, "PATCH", file.place, Object.assign({
          "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream"
        }, VERSION), bytes);
        if (answer.status !== 204) { break; }
        offset = Number(answer.headers.get("Upload-Offset"));
      }
      if (offset === file.size) { return; }
      // Gone, or another window was faster: asked anew.
      if (answer.status !== 404 && answer.status !== 409) { throw new Refused("文件未被接收（" + answer.status + "）"); }
    }
  }

  function evidenceForm(kit, item) {
    var form = new URLSearchParams();
    var evidence = item.evidence;
    ["kind", "name", "shows", "origin"].forEach(function (name) { form.append("evidence-" + name, evidence[name]); });
    kit.chosen.forEach(function (officer) { form.append("evidence-companions", officer); });
    item.files.forEach(function (file) { form.append("evidence-files-uploaded", file.place.split("/").pop()); });
    if (item.record) {
      ["name", "file", "digest"].forEach(function (name) { form.append("evidence-record-" + name, item.record[name]); });
      item.record.signatures.forEach(function (signature, index) {
        ["role", "name", "signedAt", "file", "refusal"].forEach(function (name) {
          form.append("evidence-signature-" + index + "-" + name, String(signature[name] || ""));
        });
      });
    }
    return form;
  }
  function recordForm(kit, item) {
    var form = new URLSearchParams();
    form.append("form", item.form);
    form.append("kit", kit.id);
    form.append("seen", String(kit.version));
    item.values.forEach(function (pair) { form.append(pair[0], pair[1]); });
    kit.chosen.forEach(function (officer) { form.append(item.form + "-companions", officer); });
    return form;
  }

  async function hand(token, kit, item) {
    var form = item.kind === "evidence" ? evidenceForm(kit, item) : recordForm(kit, item);
    form.append("_key", item.key);
    form.append("madeAt", String(item.madeAt));
    form.append("sentAt", String(Date.now()));
    var way = item.kind === "evidence" ? "/evidence" : "/records";
    var answer = await call(token, "POST", fieldAddress(kit) + way, {}, form);
    var isJSON = (answer.headers.get("Content-Type") || "").indexOf("application/json") === 0;
    return { status: answer.status, said: isJSON ? await answer.json() : {} };
  }

  // Sends one item; tells how far it is. Throws what keeps it from being sent: Refused, SignedOut, or a cut line.
  Field.send = async function (token, owner, kit, item, tell) {
    for (;;) {
      if (item.kind === "evidence" && item.phase !== "filing") {
        for (var place = 0; place < item.files.length; place += 1) {
          var file = item.files[place];
          await upload(token, owner, kit, item, file, function (offset) { tell(place + 1, item.files.length, offset / file.size); });
        }
        item.phase = "filing";
        await Field.saveItem(owner, item);
      }
      var answer = await hand(token, kit, item);
      if (answer.status === 200) {
        // The receipt stays; what was sent does not.
        Object.assign(item, {
          state: "sent", receipt: answer.said.receipt, receivedAt: answer.said.receivedAt, words: answer.said.words,
          address: answer.said.address, evidence: null, values: null, record: null, files: []
        });
        await Field.saveItem(owner, item);
        await Field.removeParts(item.id);
        return;
      }
      if (answer.said.code !== "field.uploadsGone") {
        throw new Refused(answer.said.message || "未被接收（" + answer.status + "）");
      }
      item.phase = "uploading";
      item.files.forEach(function (each) { each.place = null; });
    }
  };
  Field.session = async function () {
    var answer = await call("", "GET", "/field/session", {});
    if (answer.status !== 200) { throw new SignedOut(); }
    return answer.json();
  };
  Field.take = async function (number) {
    var answer = await call("", "GET", "/field/cases/" + encodeURIComponent(number), {});
    if (answer.status !== 200) { throw new Refused("本案不能带到现场：只有办理本案、有权取证的人员可以"); }
    return answer.json();
  };
  Field.Refused = Refused;
  Field.SignedOut = SignedOut;
  Field.PART = PART;
})();
