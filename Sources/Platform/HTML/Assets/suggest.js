// Answers while typing, below a search field with data-suggest (WAI-ARIA combobox with a list box). Without this script
// the field's form does the same by its button. The address answers [{"name", "note", "address"}].
(function () {
  "use strict";
  document.querySelectorAll("input[data-suggest]").forEach(function (input) {
    var list = document.getElementById(input.getAttribute("aria-controls"));
    var status = document.getElementById(input.id + "-status");
    if (!list || !window.fetch) { return; }

    var chosen = -1;
    var timer = null;
    var asked = "";

    function options() { return list.querySelectorAll("[role=option]"); }
    function close() {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      choose(-1);
    }
    function choose(index) {
      options().forEach(function (option, place) {
        option.setAttribute("aria-selected", place === index ? "true" : "false");
        if (place === index) {
          input.setAttribute("aria-activedescendant", option.id);
          option.scrollIntoView({ block: "nearest" });
        }
      });
      chosen = index;
      if (index < 0) { input.removeAttribute("aria-activedescendant"); }
    }
    function show(found) {
      list.textContent = "";
      found.forEach(function (one, place) {
        var option = document.createElement("li");
        option.id = list.id + "-" + place;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.setAttribute("data-address", one.address);
        option.textContent = one.name;
        var note = document.createElement("span");
        note.className = "hint";
        note.textContent = one.note;
        option.appendChild(note);
        list.appendChild(option);
      });
      choose(-1);
      list.hidden = found.length === 0;
      input.setAttribute("aria-expanded", found.length ? "true" : "false");
      if (status) { status.textContent = found.length ? found.length + " 条建议，用上下键选择" : "没有建议"; }
    }
    function ask() {
      var text = input.value.trim();
      if (text === asked) { return; }
      asked = text;
      if (!text) { close(); return; }
      fetch(input.getAttribute("data-suggest") + "?q=" + encodeURIComponent(text), { credentials: "same-origin" })
        .then(function (answer) { return answer.ok ? answer.json() : []; })
        .then(function (found) { if (text === asked && document.activeElement === input) { show(found); } })
        .catch(function () { close(); });
    }
    function go(option) { location.href = option.getAttribute("data-address"); }

    input.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(ask, 150);
    });
    input.addEventListener("keydown", function (event) {
      var count = options().length;
      if (event.isComposing) { return; }
      if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden && count) {
        event.preventDefault();
        var step = event.key === "ArrowDown" ? 1 : -1;
        choose(chosen < 0 && step < 0 ? count - 1 : (chosen + step + count) % count);
      } else if (event.key === "Enter" && !list.hidden && chosen >= 0) {
        event.preventDefault();
        go(options()[chosen]);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      }
    });
    // The field loses focus on a press; so the choice is made on the press and not on the click.
    list.addEventListener("mousedown", function (event) {
      var option = event.target.closest("[role=option]");
      if (option) { event.preventDefault(); go(option); }
    });
    input.addEventListener("blur", close);
  });
})();
