// The page of field work: who uses it, which cases are along, what was sent and what was not.
(function () {
  "use strict";
  var Field = window.HengjianField;
  var place = document.getElementById("field");
  if (!place) { return; }
  if (!Field || !Field.isAble || !Field.caseView) {
    place.textContent = "本机的浏览器不能离线保存，不能现场办理；请联网在办案工作台办理。";
    return;
  }
  var make = Field.make;
  var MARK = "hengjian_field";
  var owner = null;
  var session = null;
  var kits = [];
  var items = [];
  var isSending = false;
  var lines = {};
  var status = make("p", { class: "field-status", role: "status" });
  var board = make("div", {});
  place.replaceChildren(status, board);
  say("正在打开本机保存的内容；已在另一个窗口打开的，请先关闭那一个。");

  function mark() {
    var found = document.cookie.split("; ").find(function (pair) { return pair.indexOf(MARK + "=") === 0; });
    return found ? found.slice(MARK.length + 1).split(".") : null;
  }
  // Tells the desk who has what unsent here, so that signing out throws nothing away unasked.
  async function writeMark() {
    if (!owner) { return; }
    var counts = await Field.unsent();
    var others = Object.keys(counts).filter(function (each) { return each !== owner; });
    var rest = others.reduce(function (sum, each) { return sum + counts[each]; }, 0);
    document.cookie = MARK + "=" + [owner, counts[owner] || 0, rest].join(".") + "; Path=/; Max-Age=604800; SameSite=Strict" +
      (location.protocol === "https:" ? "; Secure" : "");
    // What is left of those who signed out.
    for (var each of others) { if (!counts[each]) { await Field.wipe(each); } }
  }
  function say(text) { status.textContent = text; }
  function unsent() { return items.filter(function (item) { return item.state !== "sent"; }); }

  var pageForKits = {
    save: async function (kit) { await Field.saveKit(owner, kit); await writeMark(); },
    // Under the same id the same thing is handed over once, however often the page was closed in between.
    addItem: async function (kit, item) {
      Object.assign(item, { kit: kit.id, state: "unsent", key: "field-" + item.id });
      await Field.saveItem(owner, item);
      items = items.filter(function (each) { return each.id !== item.id; }).concat([item]);
      await writeMark();
      drawItems(kit);
      send();
    },
    addEvidence: async function (kit, item, contents) {
      item.kind = "evidence";
      item.title = item.evidence.name;
      item.files = [];
      for (var content of contents) {
        for (var start = 0; start < content[2].length; start += Field.PART) {
          await Field.savePart(owner, item.id, content[0], start / Field.PART, content[2].slice(start, start + Field.PART));
        }
        item.files.push({ name: content[0], type: content[1], size: content[2].length, place: null });
      }
      await pageForKits.addItem(kit, item);
    }
  };

  function words(item) {
    if (item.state === "sent") { return "已收到，回执 " + item.receipt + "（" + item.receivedAt + "）。" + (item.words ? item.words + "。" : ""); }
    if (item.progress) { return item.progress; }
    return item.refusal ? "未发送：" + item.refusal + "。内容仍在本机" : "未发送";
  }
  function drawItems(kit) {
    var list = lines[kit.id];
    if (!list) { return; }
    var own = items.filter(function (item) { return item.kit === kit.id; });
    list.replaceChildren.apply(list, own.map(function (item) {
      var line = make("li", { class: item.state === "sent" ? "good" : item.refusal ? "bad" : "neutral" },
        make("strong", {}, item.title), make("span", {}, " " + words(item)));
      if (item.address) { line.append(make("a", { href: item.address }, "打开办件页")); }
      if (item.refusal) { line.append(Field.button("放弃这一项", function () { return give(kit, item); }, true)); }
      return line;
    }));
    if (!own.length) { list.append(make("li", { class: "neutral" }, "还没有要发送的内容。")); }
  }
  async function give(kit, item) {
    if (!window.confirm("放弃“" + item.title + "”？内容将从本机删除，不能恢复。")) { return; }
    await Field.removeItem(item.id);
    items = items.filter(function (each) { return each !== item; });
    await writeMark();
    drawItems(kit);
  }
  async function remove(kit) {
    var own = items.filter(function (item) { return item.kit === kit.id; });
    var open = own.filter(function (item) { return item.state !== "sent"; }).length + (kit.begun ? 1 : 0);
    if (open && !window.confirm("本案还有 " + open + " 项没有发送。从本机移除后不能恢复，确定移除？")) { return; }
    for (var item of own) { await Field.removeItem(item.id); }
    await Field.removeKit(kit.id);
    items = items.filter(function (each) { return each.kit !== kit.id; });
    kits = kits.filter(function (each) { return each !== kit; });
    await writeMark();
    draw();
  }
  function draw() {
    lines = {};
    var children = kits.map(function (kit) {
      var view = Field.caseView(kit, pageForKits);
      lines[kit.id] = make("ul", { class: "field-items" });
      view.append(make("h3", {}, "发送情况"), lines[kit.id],
        make("div", { class: "button-row" }, Field.button("立即发送", send, true),
          Field.button("从本机移除", function () { return remove(kit); }, true)));
      return view;
    });
    if (!children.length) { children.push(make("p", {}, "本机没有带到现场的案件。联网时在办件页按“带到现场”。")); }
    board.replaceChildren.apply(board, children);
    kits.forEach(drawItems);
  }
  // Once a record was handed over and nothing is open, what was taken along goes too; the receipts stay.
  async function clear(kit) {
    var own = items.filter(function (item) { return item.kit === kit.id; });
    var isThrough = own.some(function (item) { return item.kind === "record"; }) &&
      own.every(function (item) { return item.state === "sent"; });
    if (kit.isDone || !isThrough || kit.begun) { return; }
    var index = kits.indexOf(kit);
    kits[index] = { id: kit.id, number: kit.number, isDone: true, begun: false };
    await Field.saveKit(owner, kits[index]);
    draw();
  }

  async function sendAll() {
    for (var item of unsent()) {
      var kit = kits.find(function (each) { return each.id === item.kit; });
      try {
        await Field.send(session.token, owner, kit, item, function (number, all, part) {
          item.progress = "正在发送第 " + number + " / " + all + " 个文件，" + Math.round(part * 100) + "%";
          drawItems(kit);
        });
        item.refusal = null;
      } catch (fault) {
        item.progress = null;
        if (!(fault instanceof Field.Refused)) { drawItems(kit); throw fault; }
        item.refusal = fault.words;
        await Field.saveItem(owner, item);
      }
      item.progress = null;
      drawItems(kit);
      await writeMark();
      await clear(kit);
    }
  }
  async function join() {
    try {
      session = await Field.session();
    } catch (fault) {
      session = null;
      if (fault instanceof Field.SignedOut) {
        var link = make("a", { href: "/sign-in?from=%2Ffield%2Fwork" }, "重新登录");
        status.replaceChildren("登录已失效，写好的内容都在本机；请本人", link, "后发送。");
      } else {
        say("没有网络：照常填写，内容保存在本机，恢复后发送。");
      }
    }
    return session;
  }
  async function send() {
    if (isSending) { return; }
    isSending = true;
    try {
      if (await join()) {
        if (session.owner !== owner) { location.reload(); return; }
        say(session.name + "，已联网。");
        await sendAll();
        say(session.name + "，已联网。" + (unsent().length ? unsent().length + " 项没有发送。" : "没有未发送的内容。"));
      }
    } catch (fault) {
      if (fault instanceof Field.SignedOut) { await join(); } else { say("线路中断：没有发完的内容在本机，恢复后继续。"); }
    }
    isSending = false;
  }
  async function take(number) {
    try {
      var kit = await Field.take(number);
      Object.assign(kit, { id: crypto.randomUUID(), records: {}, chosen: [], takenAt: Date.now(), begun: false });
      kits.push(kit);
      await pageForKits.save(kit);
    } catch (fault) {
      say(fault instanceof Field.Refused ? fault.words : "没有网络，不能带出新的案件。");
      return false;
    }
    return true;
  }

  async function begin() {
    navigator.serviceWorker.register("/field/worker.js", { scope: "/field/" }).catch(function () { return; });
    // From then on the page opens without network.
    navigator.serviceWorker.ready.then(function () { place.setAttribute("data-ready", ""); });
    // Asked for, so that no browser makes room by throwing away what was not sent.
    if (navigator.storage && navigator.storage.persist) { navigator.storage.persist().catch(function () { return; }); }
    await join();
    var known = mark();
    owner = session ? session.owner : known && known[0];
    if (!owner) { say("本机没有登录记录：请联网登录后再打开本页。"); return; }
    kits = await Field.kits(owner);
    items = await Field.items(owner);
    await writeMark();
    var wanted = decodeURIComponent(location.hash.slice(1));
    var isAlong = kits.some(function (kit) { return kit.number === wanted && !kit.isDone; });
    var isFine = !wanted || isAlong || await take(wanted);
    // Opened again, the page does not take along again what was handed in.
    if (isFine) { history.replaceState(null, "", location.pathname); }
    draw();
    if (session && isFine) { await send(); }
    window.addEventListener("online", send);
    setInterval(function () { if (unsent().length || !session) { send(); } }, 15000);
  }
  // One window works with what lies here; another waits until that one is closed.
  function alone(work) {
    if (!navigator.locks) { return work(); }
    return navigator.locks.request("hengjian-field", async function () {
      await work();
      await new Promise(function () { return; });
    });
  }
  alone(begin).catch(function () { say("本机不能打开保存的内容；请联网后重新打开本页。"); });
})();
