// What the page does by itself: the word to the desk that a window is open, keys, the cells of the board.
"use strict";

const goc = document.body.dataset.goc || "";

// Every 20 seconds a window says that it is open; without a word for minutes the desk ends.
async function speak() {
  try {
    const answer = await fetch("/con-mo", { method: "POST" });
    document.body.classList.toggle("dut", !answer.ok);
  } catch {
    document.body.classList.add("dut");
  }
}
setInterval(speak, 20000);
speak();

function typing(event) {
  const at = event.target;
  return event.isComposing || at.closest("input, textarea, select, [contenteditable]");
}

document.addEventListener("keydown", (event) => {
  const search = document.getElementById("tim");
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && search) {
    event.preventDefault();
    openSearch(search);
  } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
    const form = document.querySelector("form[data-luu]");
    if (form) {
      event.preventDefault();
      form.requestSubmit();
    }
  } else if (event.key === "F8" && !event.isComposing) {
    const next = document.querySelector(event.shiftKey ? "[data-loi-truoc]" : "[data-loi-sau]");
    if (next) {
      event.preventDefault();
      next.click();
    }
  } else if (event.key === "/" && !typing(event)) {
    const filter = document.querySelector("[data-loc]");
    if (filter) {
      event.preventDefault();
      filter.focus();
    }
  } else if (event.key === "?" && !typing(event) && !document.querySelector("dialog[open]")) {
    document.getElementById("bang-phim").showModal();
  }
});

function openSearch(search) {
  if (document.querySelector("dialog[open]")) return;
  search.showModal();
  document.getElementById("o-tim").select();
}
document.getElementById("mo-tim")?.addEventListener("click", () => openSearch(document.getElementById("tim")));

// The hits of the search: arrows go from one to the next, Enter opens the first.
document.getElementById("tim")?.addEventListener("keydown", (event) => {
  const hits = [...document.querySelectorAll("#thay a")];
  const at = hits.indexOf(document.activeElement);
  if (event.key === "ArrowDown" && hits.length) {
    event.preventDefault();
    hits[Math.min(at + 1, hits.length - 1)].focus();
  } else if (event.key === "ArrowUp" && at >= 0) {
    event.preventDefault();
    (hits[at - 1] || document.getElementById("o-tim")).focus();
  } else if (event.key === "Enter" && at < 0 && !event.isComposing) {
    event.preventDefault();
    entered = true;
    openFirst();
  } else if (event.key !== "Enter") {
    entered = false;
  }
});

// Who types and presses Enter at once means what will be found, not what was found before.
let entered = false;
function openFirst() {
  const found = document.querySelector("#thay [data-chu]");
  if (entered && found?.dataset.chu === document.getElementById("o-tim").value.trim()) {
    entered = false;
    found.querySelector("a")?.click();
  }
}
document.getElementById("thay")?.addEventListener("htmx:afterSwap", openFirst);

// The board: one cell can be reached by Tab, arrows go to its neighbours.
document.addEventListener("keydown", (event) => {
  const cell = event.target.closest?.("[data-o]");
  if (!cell) return;
  const row = cell.closest("tr");
  const index = [...row.querySelectorAll("[data-o]")].indexOf(cell);
  const rows = [...row.parentElement.querySelectorAll("tr")].filter((each) => !each.hidden);
  const at = rows.indexOf(row);
  const to = { ArrowLeft: [at, index - 1], ArrowRight: [at, index + 1], ArrowUp: [at - 1, index], ArrowDown: [at + 1, index] }[event.key];
  if (!to) return;
  event.preventDefault();
  const next = rows[to[0]]?.querySelectorAll("[data-o]")[to[1]];
  if (next) {
    cell.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }
});

document.addEventListener("keydown", (event) => {
  const panel = document.querySelector("#o-mo [data-dong]");
  if (event.key === "Escape" && panel && !event.isComposing && !document.querySelector("dialog[open]")) panel.click();
});

// Filters the rows of a table by what is typed, without accents too.
function folded(text) {
  return text.toLowerCase().normalize("NFD").replace(/[̀-ͯ]/g, "").replaceAll("đ", "d");
}
document.addEventListener("input", (event) => {
  const list = event.target.dataset?.loc;
  if (!list) return;
  const asked = folded(event.target.value.trim());
  for (const row of document.querySelectorAll(`#${list} tbody tr[data-ten]`)) {
    row.hidden = asked !== "" && !folded(row.dataset.ten).includes(asked);
  }
});

// A list box that is a filter sends its form when it changes.
document.addEventListener("change", (event) => {
  if (event.target.dataset?.tuGui !== undefined) event.target.form.requestSubmit();
});

// Pages that show papers are read again when a job is at its end, unless something was typed.
document.body.addEventListener("moi", () => {
  if (document.querySelector("[data-tai-lai]") && !document.querySelector("dialog[open]")) location.reload();
});

// What was typed and is not saved is asked about before the page goes.
let typed = false;
document.addEventListener("input", (event) => {
  if (event.target.closest("form[data-luu]")) typed = true;
});
document.addEventListener("submit", () => {
  typed = false;
});
addEventListener("beforeunload", (event) => {
  if (typed) event.preventDefault();
});

// After a panel was closed its cell has the focus, once.
let returned = false;

// After a part was put in place, the focus goes to its heading if it asks for it.
document.addEventListener("htmx:afterSwap", (event) => {
  const cell = event.detail.target.querySelector?.("[data-lay-tieu-diem]");
  if (!cell || document.querySelector("dialog[open]")) return;
  if (cell.dataset.o !== undefined) {
    if (returned) return; // the board reads itself again; the hand may be elsewhere by then
    returned = true;
    document.querySelectorAll("[data-o]").forEach((each) => { each.tabIndex = -1; });
    cell.tabIndex = 0;
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
  cell.focus({ preventScroll: true });
});

// A button says how many rows are ticked, and waits while there are none.
function counted(form) {
  const ticked = [...form.elements].filter((each) => each.type === "checkbox" && each.checked).length;
  for (const place of document.querySelectorAll(`[data-dem="${form.id}"]`)) {
    place.textContent = ticked;
    place.closest("button").disabled = ticked === 0;
  }
}
document.addEventListener("change", (event) => {
  if (event.target.form?.dataset.chon !== undefined) counted(event.target.form);
});
document.querySelectorAll("form[data-chon]").forEach(counted);

// Files that are dropped anywhere on a page with a place for them become those of its form; the files of a folder
// are found here, because a browser gives the folder alone.
const tha = document.querySelector("form[data-tha]");
async function within(entry) {
  if (entry.isFile) return [await new Promise((done, fail) => entry.file(done, fail))];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!some.length) return found;
    for (const each of some) found.push(...(await within(each)));
  }
}
if (tha) {
  tha.querySelector("[data-khong-js]").hidden = true;
  const holds = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    tha.classList.add("dang-keo");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) tha.classList.remove("dang-keo");
  });
  document.addEventListener("drop", async (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    tha.classList.remove("dang-keo");
    const plain = [...event.dataTransfer.files];
    const entries = [...event.dataTransfer.items].map((each) => each.webkitGetAsEntry?.()).filter(Boolean);
    const files = entries.length === plain.length ? (await Promise.all(entries.map(within))).flat() : plain;
    const all = new DataTransfer();
    for (const each of files) all.items.add(each);
    tha.querySelector("input[type=file]").files = all.files;
    if (all.files.length) tha.requestSubmit();
  });
  tha.addEventListener("submit", () => tha.setAttribute("aria-busy", "true"));
}
// A frame of the quick view tells how many pages it shows, or that it shows none.
window.addEventListener("message", (event) => {
  if (event.origin !== location.origin || typeof event.data?.xemNhanh !== "string") return;
  for (const part of document.querySelectorAll("[data-xem-nhanh]")) {
    const frame = part.querySelector("iframe");
    if (frame?.contentWindow === event.source) part.querySelector("[role=status]").textContent = event.data.xemNhanh;
  }
});
