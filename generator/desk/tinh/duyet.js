// The review of forms that came back: keys for the answers, the lines of the file beside, the line marked in its pages.
"use strict";

(() => {
  const beside = document.getElementById("khung-tep");
  const frame = beside.querySelector("iframe");
  const cards = () => [...document.querySelectorAll("#duyet > [data-cho]")];
  const current = () => cards().find((each) => each.open);

  function show(card) {
    for (const each of document.querySelectorAll("[data-cho]")) {
      if (each !== card) each.open = false;
      each.querySelector("[data-dung]")?.classList.toggle("chinh", each === card);
      each.querySelector("form").toggleAttribute("data-luu", each === card);
    }
    lines(card.dataset.doan);
    const pages = card.dataset.khung || "";
    beside.hidden = !pages;
    if (pages && frame.getAttribute("src") !== pages) frame.src = pages;
  }
  // The first look into a file takes a moment: what comes late and is not of the open card is left.
  let asked = "";
  async function lines(address) {
    if (address === asked) return;
    asked = address;
    try {
      const answer = await fetch(address, { headers: { "HX-Request": "true" } });
      const text = await answer.text();
      if (!answer.ok || address !== asked) return;
      const place = document.getElementById("doan");
      place.innerHTML = text;
      htmx.process(place);
      mark();
    } catch {
      asked = ""; // the desk is gone, and the page says so
    }
  }
  // A card that is opened closes the others and brings its file.
  document.addEventListener("toggle", (event) => {
    if (event.target.dataset?.cho !== undefined && event.target.open) show(event.target);
  }, true);
  function go(card) {
    if (!card) return;
    for (const each of cards()) each.open = each === card; // at once: what is open is where the keys go
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  }

  // In the pages of the quick view the paragraph is found by its text: blanks and letters' cases apart.
  const bare = (text) => text.normalize("NFC").replace(/\s+/g, "").toLowerCase();
  function mark() {
    const pages = frame.contentDocument;
    const { tim, lan } = document.querySelector("#doan > [data-tim]")?.dataset || {};
    if (!pages || beside.hidden) return;
    for (const each of pages.querySelectorAll(".danh-dau")) each.classList.remove("danh-dau");
    if (!tim) return;
    const parts = new Map();
    for (const each of pages.querySelectorAll(".layout-paragraph")) {
      const id = each.dataset.blockId;
      parts.set(id, [...(parts.get(id) || []), each]);
    }
    const wanted = bare(tim);
    const said = (its) => bare(its.map((each) => each.textContent).join(""));
    const found = [...parts.values()].filter((its) => said(its).includes(wanted));
    const exact = found.filter((its) => said(its) === wanted);
    const its = (exact.length ? exact : found)[Number(lan)] || found[0];
    if (!its) return;
    for (const each of its) each.classList.add("danh-dau");
    // Not scrollIntoView, which would move the page around the frame too.
    const top = its[0].getBoundingClientRect().top;
    frame.contentWindow.scrollBy(0, top - frame.clientHeight / 3);
  }
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id === "duyet") {
      const card = current();
      if (card) go(card);
      if (card) show(card);
    }
  });
  addEventListener("message", (event) => {
    if (event.origin === location.origin && event.source === frame.contentWindow) mark();
  });

  // What was changed is what is written: the button says so.
  document.addEventListener("input", (event) => {
    const card = event.target.closest("[data-cho]");
    const button = card?.querySelector("[data-dung]");
    if (!button || event.target.dataset.goc === undefined) return;
    const changed = event.target.value.trim() !== event.target.dataset.goc.trim();
    button.value = changed ? "sua" : "dung";
    button.hidden = !changed && event.target.dataset.goc === "";
    button.firstElementChild.textContent = changed ? "Ghi bản đã sửa" : "Đúng";
    button.querySelector("kbd").textContent = changed ? "Ctrl Enter" : "Enter";
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-sua]");
    if (!button) return;
    event.preventDefault();
    button.closest("form").querySelector("[data-goc]").focus();
  });

  const busy = () => document.querySelector("#duyet .htmx-request, #duyet.htmx-request");
  function press(card, what) {
    const button = card.querySelector(`[data-${what}]`);
    if (button && !button.hidden && !button.disabled && !busy()) button.click();
  }
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.metaKey || document.querySelector("dialog[open]")) return;
    const at = event.target;
    const card = at.closest("[data-cho]") || current();
    if (at.closest("input, textarea, select")) {
      if (event.ctrlKey && event.key === "Enter" && !event.repeat && card) {
        event.preventDefault();
        press(card, "dung");
      } else if (event.key === "Escape" && card) {
        card.focus({ preventScroll: true });
      }
      return;
    }
    if (event.ctrlKey || event.shiftKey) return;
    const all = cards();
    const where = all.indexOf(card);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const person = { ArrowLeft: "truoc", ArrowRight: "sau" }[event.key];
    const what = { d: "dung", s: "sua", b: "bo" }[event.key.toLowerCase()];
    const inScroll = at.closest("[role=region][tabindex]");
    if (step && !inScroll && all.length) {
      event.preventDefault();
      go(all[Math.max(0, Math.min(all.length - 1, where + step))]);
    } else if (person && !inScroll) {
      document.querySelector(`[data-nguoi="${person}"]`)?.click();
    } else if (card && !event.repeat && what) {
      event.preventDefault();
      press(card, what);
    } else if (card && !event.repeat && event.key === "Enter" && !at.closest("a, button, summary")) {
      event.preventDefault();
      press(card, "dung");
    }
  });

  const first = current();
  if (first) {
    show(first);
    first.focus({ preventScroll: true });
  }
})();
