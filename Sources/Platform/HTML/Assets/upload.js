// Sends what is chosen in a file field with data-upload part by part (tus 1.0.0), and goes on after the line was cut:
// by itself while the page is open, after that when the same file is chosen again. Without this script files come with
// their form.
(function () {
  "use strict";
  if (!window.fetch || !window.FileList) { return; }
  var PART = 4 * 1024 * 1024;
  var VERSION = { "Tus-Resumable": "1.0.0" };

  function base64(text) {
    return btoa(Array.from(new TextEncoder().encode(text), function (byte) { return String.fromCharCode(byte); }).join(""));
  }
  function megabytes(bytes) { return (bytes / 1048576).toFixed(1) + " MB"; }
  function remembered(key) { try { return localStorage.getItem(key); } catch (fault) { return null; } }
  function remember(key, value) {
    try { if (value) { localStorage.setItem(key, value); } else { localStorage.removeItem(key); } } catch (fault) { return; }
  }
  // Until the line may be back: when the browser says so, at the latest after the time.
  function pause(milliseconds) {
    return new Promise(function (go) {
      var timer = setTimeout(done, milliseconds);
      function done() { clearTimeout(timer); window.removeEventListener("online", done); go(); }
      window.addEventListener("online", done);
    });
  }

  document.querySelectorAll("input[type=file][data-upload]").forEach(function (input) {
    var form = input.form;
    var token = form.querySelector("input[name=_token]").value;
    var list = document.createElement("ul");
    list.className = "uploads";
    input.insertAdjacentElement("afterend", list);
    var busy = 0;
    // The button of a form that waits for its files.
    var waiting = null;
    // Under what places are remembered; once the form is sent its files have none.
    var keys = [];

    function call(method, address, headers, body) {
      return fetch(address, {
        method: method,
        headers: Object.assign({ "X-Forgery-Token": token }, VERSION, headers),
        body: body,
        credentials: "same-origin",
        redirect: "manual"
      });
    }

    function Row(file) {
      var row = document.createElement("li");
      var name = document.createElement("span");
      name.textContent = file.name;
      var bar = document.createElement("progress");
      bar.max = file.size;
      bar.value = 0;
      bar.setAttribute("aria-label", file.name);
      var words = document.createElement("span");
      words.setAttribute("role", "status");
      row.append(name, bar, words);
      list.append(row);
      this.stand = function (offset, text) { bar.value = offset; words.textContent = text; };
      this.say = function (text) { words.textContent = text; };
      this.end = function (text) { bar.remove(); words.textContent = text; };
      this.add = function (field) { row.append(field); };
    }

    async function send(file) {
      var row = new Row(file);
      var address = input.getAttribute("data-upload");
      var key = ["upload", address, file.name, file.size, file.lastModified].join(" ");
      var wait = 1000;
      keys.push(key);
      for (;;) {
        try {
          var place = remembered(key);
          var answer = place ? await call("HEAD", place) : null;
          if (!answer || answer.status === 404) {
            answer = await call("POST", address, {
              "Upload-Length": String(file.size),
              "Upload-Metadata": "filename " + base64(file.name) + (file.type ? ",filetype " + base64(file.type) : "")
            });
            place = answer.status === 201 ? answer.headers.get("Location") : null;
            remember(key, place);
          }
          if (answer.status === 413) { return row.end("未上传：文件超过 4 GB"); }
          if (answer.status === 429) { return row.end("未上传：未完成的上传过多，请稍后再试"); }
          if (!answer.ok) { return row.end("未上传：登录已失效或者无权添加，请重新打开本页后再选择该文件"); }
          var offset = Number(answer.headers.get("Upload-Offset"));
          while (offset < file.size) {
            row.stand(offset, "上传中，" + megabytes(offset) + " / " + megabytes(file.size));
            answer = await call("PATCH", place, {
              "Upload-Offset": String(offset),
              "Content-Type": "application/offset+octet-stream"
            }, file.slice(offset, offset + PART));
            if (answer.status !== 204) { throw new Error(String(answer.status)); }
            offset = Number(answer.headers.get("Upload-Offset"));
            wait = 1000;
          }
          var field = document.createElement("input");
          field.type = "hidden";
          field.name = input.name + "-uploaded";
          field.value = place.split("/").pop();
          row.add(field);
          row.end("已上传，提交表单后归入");
          return true;
        } catch (fault) {
          row.say("未上传：线路中断，恢复后自动继续");
          await pause(wait);
          wait = Math.min(wait * 2, 30000);
        }
      }
    }

    input.addEventListener("change", function () {
      Array.from(input.files).filter(function (file) { return file.size > 0; }).forEach(function (file) {
        busy += 1;
        send(file).then(function (isThere) {
          var button = waiting;
          busy -= 1;
          if (!isThere) { waiting = null; }
          if (waiting && busy === 0) {
            waiting = null;
            form.requestSubmit(button);
          }
        });
      });
      input.value = "";
    });
    form.addEventListener("submit", function (event) {
      if (busy > 0) {
        event.preventDefault();
        waiting = event.submitter;
        list.scrollIntoView({ block: "center" });
      } else {
        keys.forEach(function (key) { remember(key, null); });
      }
    });
  });
})();
