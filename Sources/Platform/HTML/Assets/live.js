// Renews the live regions of a page from its event stream. Without this script the page is complete, only not renewed.
//   event named like a region, data = HTML  -> the region is replaced
//   event "changed", data = region ids      -> the page is fetched again and those regions are taken from it
(function () {
  "use strict";
  var meta = document.querySelector('meta[name="live-source"]');
  var regions = document.querySelectorAll("[data-live-region]");
  if (!meta || !regions.length || !window.EventSource) { return; }

  var status = document.querySelector("[data-live-status]");
  function say(word, state) {
    if (status) { status.textContent = word; status.setAttribute("data-live-status", state); }
  }

  // A region in which someone is writing, or has opened a panel, is not taken away.
  function isBusy(region) {
    var active = document.activeElement;
    return (active && region.contains(active) && /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName)) ||
      region.querySelector("details[open]") !== null;
  }

  var waiting = {};
  function put(region, html) {
    if (isBusy(region)) { waiting[region.id] = html; return; }
    delete waiting[region.id];
    region.innerHTML = html;
  }
  setInterval(function () {
    Object.keys(waiting).forEach(function (id) {
      var region = document.getElementById(id);
      if (region) { put(region, waiting[id]); }
    });
  }, 2000);

  var fetching = null;
  function refetch(ids) {
    if (fetching) { fetching = fetching.concat(ids); return; }
    fetching = ids;
    setTimeout(function () {
      var wanted = fetching;
      fetching = null;
      fetch(location.href, { credentials: "same-origin", headers: { "X-Live": "1" } }).then(function (answer) {
        if (!answer.ok) { throw new Error(String(answer.status)); }
        return answer.text();
      }).then(function (text) {
        var fresh = new DOMParser().parseFromString(text, "text/html");
        regions.forEach(function (region) {
          var replacement = fresh.getElementById(region.id);
          if (replacement && (wanted.indexOf(region.id) >= 0 || wanted.indexOf("*") >= 0)) {
            put(region, replacement.innerHTML);
          }
        });
      }).catch(function () { say("更新失败，请刷新页面", "broken"); });
    }, 200);
  }

  var source = new EventSource(meta.content);
  var opened = false;
  source.onopen = function () {
    say("实时更新中", "open");
    if (opened) { refetch(["*"]); }
    opened = true;
  };
  source.onerror = function () {
    say(source.readyState === 2 ? "连接已断开，请刷新页面" : "连接中断，正在重连", "broken");
  };
  source.addEventListener("changed", function (event) { refetch(event.data.split(/\s+/)); });
  regions.forEach(function (region) {
    source.addEventListener(region.getAttribute("data-live-region"), function (event) { put(region, event.data); });
  });
})();

// A form with data-preview shows what it would do: some moments after a change it is sent there, and the answer is put
// into the element named by data-preview-into. A <template data-for="x"> of the answer goes to the element x instead.
(function () {
  "use strict";
  var form = document.querySelector("form[data-preview]");
  var goal = form && document.getElementById(form.getAttribute("data-preview-into"));
  if (!goal || !window.fetch || !window.URLSearchParams) { return; }

  var timer = null;
  var running = null;
  function renew() {
    if (running) { running.abort(); }
    running = window.AbortController ? new AbortController() : null;
    fetch(form.getAttribute("data-preview"), {
      method: "POST", credentials: "same-origin", signal: running ? running.signal : undefined,
      body: new URLSearchParams(new FormData(form))
    }).then(function (answer) {
      if (!answer.ok) { throw new Error(String(answer.status)); }
      return answer.text();
    }).then(function (text) {
      goal.innerHTML = text;
      goal.querySelectorAll("template[data-for]").forEach(function (part) {
        var place = document.getElementById(part.getAttribute("data-for"));
        if (place && place.innerHTML !== part.innerHTML) { place.innerHTML = part.innerHTML; }
      });
    }).catch(function () { /* The button does the same. */ });
  }
  form.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(renew, 400);
  });
})();
