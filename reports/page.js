
(function () {
  "use strict";
  var $ = function (id) { return document.getElementById(id); };
  var form = $("filters");
  if (!form) return;
  var fold = function (s) { return s.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(); };

  var events = Array.from(document.querySelectorAll("article.event"), function (el) {
    var above = [];
    for (var up = el.parentElement; up && up.id !== "timeline"; up = up.parentElement) above.push(up);
    return { el: el, data: Object.assign({}, el.dataset), parties: (el.dataset.p || "").split(" "), above: above, text: null };
  });
  var folds = Array.from(document.querySelectorAll("details.period, details.month"), function (el) {
    return {
      el: el, open: el.open, count: el.querySelector("summary .n"), all: el.querySelector("summary .n").textContent,
      kinds: el.querySelector(":scope > summary .kinds")
    };
  });
  var days = Array.from(document.querySelectorAll("section.day"));
  var bars = Array.from(document.querySelectorAll("#strip a"));
  var anchor = null; // the days of the bar from which Shift reaches

  function chosen(name) {
    return new Set(Array.from(form.querySelectorAll("input[name=" + name + "]:checked"), function (box) { return box.value; }));
  }

  function query() {
    return {
      words: fold($("find").value).split(/\s+/).filter(Boolean), from: $("from").value.trim(), to: $("to").value.trim(),
      kinds: chosen("k"), countries: chosen("c"), parties: chosen("p")
    };
  }

  function matches(e, q) {
    if (q.kinds.size && !q.kinds.has(e.data.k)) return false;
    if (q.countries.size && !q.countries.has(e.data.c)) return false;
    if (q.parties.size && !e.parties.some(function (p) { return q.parties.has(p); })) return false;
    if (!q.words.length) return true;
    if (e.text === null) e.text = fold(e.el.textContent);
    return q.words.every(function (w) { return e.text.includes(w); });
  }

  // As on the command line: only what lies wholly in the period. A year or a
  // month stands for all its days.
  function inside(e, q) {
    if (q.from && !(e.data.from && e.data.from >= q.from)) return false;
    return !q.to || Boolean(e.data.to && e.data.to.slice(0, q.to.length) <= q.to);
  }

  function apply() {
    var q = query(), counts = new Map(), shown = 0;
    var narrowed = q.words.length || q.from || q.to || q.kinds.size || q.countries.size || q.parties.size;
    events.forEach(function (e) {
      e.fits = matches(e, q);
      var show = e.fits && inside(e, q);
      e.el.hidden = !show;
      if (!show) return;
      shown++;
      e.above.forEach(function (up) { counts.set(up, (counts.get(up) || 0) + 1); });
    });
    days.forEach(function (el) { el.hidden = !counts.has(el); });
    folds.forEach(function (f) {
      var n = counts.get(f.el) || 0;
      f.el.hidden = !n;
      f.count.textContent = narrowed ? n.toLocaleString("en") + " of " + f.all : f.all;
      if (f.kinds) f.kinds.hidden = Boolean(narrowed);
      f.el.open = narrowed ? shown <= 200 || f.open : f.open;
    });
    $("showing").textContent = narrowed ? shown.toLocaleString("en") + " of " + events.length.toLocaleString("en") + " events shown" : "";
    redraw(q);
  }

  function redraw(q) {
    if (!bars.length) return;
    $("highest").textContent = fill(bars);
    bars.forEach(function (a) {
      a.classList.toggle("out", Boolean((q.from && a.dataset.to < q.from) || (q.to && a.dataset.from.slice(0, q.to.length) > q.to)));
    });
    zoom(q);
  }

  // fill counts the events that fit within each bar, draws them to scale and
  // returns the highest count; an article's own news counts on the day under
  // which it stands.
  function fill(list) {
    var fitting = events.filter(function (e) { return e.fits && e.data.from && e.data.to; });
    var counts = list.map(function (a) {
      var n = { all: 0, armed: 0 };
      fitting.forEach(function (e) {
        if ((e.data.report || e.data.from) < a.dataset.from || e.data.to > a.dataset.to) return;
        n.all++;
        if (e.data.armed) n.armed++;
      });
      return n;
    });
    var highest = Math.max.apply(null, counts.map(function (n) { return n.all; }));
    list.forEach(function (a, i) {
      size(a.querySelector("rect.other"), counts[i].all * 84 / (highest || 1));
      size(a.querySelector("rect.armed"), counts[i].armed * 84 / (highest || 1));
      a.querySelector("title").textContent = a.dataset.name + ": " + counts[i].all + " events, " + counts[i].armed + " armed";
    });
    return highest;
  }

  function size(rect, height) {
    rect.setAttribute("y", (84 - height).toFixed(1));
    rect.setAttribute("height", height.toFixed(1));
  }

  // zoom draws the days of a period of some days, or the months of a longer one.
  function zoom(q) {
    var svg = $("zoom"), from = whole(q.from, false), to = whole(q.to, true);
    svg.replaceChildren();
    svg.toggleAttribute("hidden", true);
    if (!from || !to || from >= to) return;
    var months = (new Date(to) - new Date(from)) / 86400000 > 92;
    var starts = [];
    for (var d = from; d <= to && starts.length <= 150; d = next(d, months)) starts.push(d);
    if (starts.length > 150) return;
    svg.toggleAttribute("hidden", false);
    svg.setAttribute("aria-label", "Events by " + (months ? "month" : "day") + " from " + from + " to " + to);
    var step = Math.ceil(starts.length / 10), width = 1000 / starts.length;
    var list = starts.map(function (d, i) {
      if (i % step === 0 && i * width <= 940) draw(svg, "text", { x: i * width, y: 99 }).textContent = months ? d.slice(0, 7) : d;
      return drawBar(svg, d, day(next(d, months), -1), months ? d.slice(0, 7) : d, i * width, width - Math.min(2, width / 4));
    });
    draw(svg, "text", { x: 1006, y: 10 }).textContent = fill(list);
    draw(svg, "line", { "class": "axis", x1: 0, x2: 1000, y1: 84.5, y2: 84.5 });
  }

  function drawBar(svg, from, to, name, x, width) {
    var a = draw(svg, "a", { tabindex: 0, role: "button", "data-from": from, "data-to": to, "data-name": name });
    draw(a, "title", {});
    ["hit", "other", "armed"].forEach(function (c) { draw(a, "rect", { "class": c, x: x.toFixed(1), y: 0, width: width.toFixed(1), height: 84 }); });
    listen(a);
    return a;
  }

  function draw(parent, tag, attributes) {
    var el = document.createElementNS("http://www.w3.org/2000/svg", tag);
    Object.keys(attributes).forEach(function (k) { el.setAttribute(k, attributes[k]); });
    return parent.appendChild(el);
  }

  // whole makes the first or last day of a day, month or year as typed; "" of anything else.
  function whole(s, last) {
    if (/^\d{4}-\d\d-\d\d$/.test(s)) return isNaN(new Date(s)) ? "" : s;
    if (/^\d{4}-\d\d$/.test(s)) return last ? day(next(s + "-01", true), -1) : s + "-01";
    if (/^\d{4}$/.test(s)) return s + (last ? "-12-31" : "-01-01");
    return "";
  }

  function next(d, months) {
    if (!months) return day(d, 1);
    var t = new Date(d.slice(0, 7) + "-01");
    t.setUTCMonth(t.getUTCMonth() + 1);
    return t.toISOString().slice(0, 10);
  }

  function day(d, plus) {
    var t = new Date(d);
    t.setUTCDate(t.getUTCDate() + plus);
    return t.toISOString().slice(0, 10);
  }

  function choose(from, to) {
    $("from").value = from;
    $("to").value = to;
    apply();
  }

  function listen(a) {
    a.addEventListener("click", function (event) {
      event.preventDefault();
      pick(a.dataset.from, a.dataset.to, event.shiftKey);
    });
    a.addEventListener("keydown", function (event) {
      if (event.key === "Enter" && !a.hasAttribute("href")) pick(a.dataset.from, a.dataset.to, event.shiftKey);
    });
  }

  // pick zooms in on a bar, reaches from the bar picked before with Shift, and
  // zooms out when the same bar is picked again.
  function pick(from, to, reach) {
    if (reach && anchor) {
      choose(anchor.from < from ? anchor.from : from, anchor.to > to ? anchor.to : to);
      return;
    }
    var again = $("from").value === from && $("to").value === to;
    anchor = again ? null : { from: from, to: to };
    choose(again ? "" : from, again ? "" : to);
  }

  bars.forEach(listen);

  folds.forEach(function (f) {
    f.el.querySelector("summary").addEventListener("click", function () { f.open = !f.el.open; });
  });

  // What a link points at must not be folded away.
  function reveal() {
    var el = location.hash.length > 1 && $(decodeURIComponent(location.hash.slice(1)));
    if (!el) return;
    for (var up = el; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    el.scrollIntoView();
  }

  var waiting = 0;
  form.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  $("clear").addEventListener("click", function () {
    form.reset();
    anchor = null;
    apply();
  });
  window.addEventListener("hashchange", reveal);
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("#timeline details.period, #timeline details.month").forEach(function (d) { d.open = true; });
  });
  window.addEventListener("afterprint", apply);

  form.hidden = false;
  if (window.innerWidth < 960) form.querySelectorAll("details").forEach(function (d) { d.open = false; });
  document.querySelector(".layout").classList.add("filtered");
  document.querySelectorAll(".hint").forEach(function (el) { el.hidden = false; });
  reveal();
})();
