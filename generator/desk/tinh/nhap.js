// The form: rows are added, days are completed, sums are shown while typing, a draft is kept.
"use strict";

const form = document.querySelector("form[data-nhap]");
const own = () => `${form.elements.namedItem("tep").value} ${form.elements.namedItem("muc").value}`;
const status_ = document.getElementById("tinh-trang");

// A new row is a copy of the pattern of its list, under a number of its own: rows of a save that
// did not go through are on the page already.
const numbers = [...(form?.querySelectorAll("[data-dong]") ?? [])].map((row) => Number(/\.\+(\d+)$/.exec(row.dataset.dong)?.[1] ?? 0));
let number = Math.max(100, ...numbers);
function added(list) {
  const pattern = document.querySelector(`template[data-mau="${CSS.escape(list)}"]`);
  const copy = pattern.innerHTML.replaceAll(`${list}.+0`, `${list}.+${++number}`);
  const place = document.querySelector(`[data-noi="${CSS.escape(list)}"]`);
  place.insertAdjacentHTML("beforeend", copy);
  return place.lastElementChild;
}
form?.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.them !== undefined) {
    added(button.dataset.them).querySelector("input:not([type=hidden]), textarea, select")?.focus();
  } else if (button.dataset.boDong !== undefined) {
    const row = button.closest("[data-dong]");
    const list = row.parentElement.closest("[data-o-nhap]");
    row.remove();
    list?.querySelector("button[data-them]")?.focus();
    changed();
  } else if (button.dataset.lay !== undefined) {
    const field = document.getElementById(`o-${button.dataset.lay}`);
    if (!field) return;
    field.value = button.dataset.ban;
    field.focus();
    changed();
  }
});

// «5/12» is a day of the campaign's year; «5.12.2026» is written as on paper.
function day(text) {
  const found = /^(\d{1,2})[\/.\-](\d{1,2})(?:[\/.\-](\d{4}))?$/.exec(text.trim());
  if (!found) return text;
  const year = found[3] || form.dataset.nam;
  return year ? `${found[1].padStart(2, "0")}/${found[2].padStart(2, "0")}/${year}` : text;
}
form?.addEventListener("focusout", (event) => {
  if (event.target.dataset?.kieu === "ngay") {
    const said = day(event.target.value);
    if (said !== event.target.value) {
      event.target.value = said;
      changed();
    }
  }
});

// Ctrl S and Enter save without leaving the field: the day is written out before it is sent.
form?.addEventListener("submit", () => {
  for (const each of form.querySelectorAll('[data-kieu="ngay"]')) each.value = day(each.value);
}, { capture: true });

// Sums: of the votes in a row against the valid ones, of the votes that came back, of the points.
const value = (name) => form.elements.namedItem(`v:${name}`)?.value.trim().replace(",", ".") ?? "";
function told(after, words, wrong) {
  let place = after.querySelector(":scope > .tu-cong");
  if (!place) {
    place = document.createElement("p");
    place.className = "tu-cong";
    place.setAttribute("role", "status");
    after.append(place);
  }
  if (place.textContent !== words) place.textContent = words;
  place.classList.toggle("t-sai", wrong);
}
function sums() {
  for (const box of form.querySelectorAll('[data-o-nhap$=".kiem_phieu"]')) {
    const own = box.dataset.oNhap;
    const valid = value(`${own}.hop_le`);
    const back = value(`${own}.thu_ve`);
    const other = value(`${own}.khong_hop_le`) || "0";
    if (valid && back) {
      const sum = Number(valid) + Number(other);
      told(box, `${valid} hợp lệ + ${other} không hợp lệ = ${sum}; thu về ${back}. ${sum === Number(back) ? "Khớp." : "Không khớp."}`, sum !== Number(back));
    }
    for (const row of box.querySelectorAll("tr[data-dong]")) {
      const cells = [...row.querySelectorAll("input[data-kieu=so]")];
      if (!cells.length) continue;
      const votes = cells.map((each) => each.value.trim()).filter(Boolean);
      const sum = votes.reduce((all, each) => all + Number(each), 0);
      const last = row.querySelector("td:last-child");
      const short = Number(valid) - sum;
      told(last, votes.length ? `Cộng ${sum}${valid && short ? `, ${short > 0 ? "thiếu" : "thừa"} ${Math.abs(short)} phiếu` : ""}` : "", Boolean(votes.length && valid && short));
    }
  }
  for (const box of form.querySelectorAll('[data-o-nhap$="cham_diem"]')) {
    const own = box.dataset.oNhap;
    const points = [value(`${own}.chung`), value(`${own}.nhiem_vu`)];
    if (points.every(Boolean)) told(box, `Tổng, tự cộng: ${String(Number(points[0]) + Number(points[1])).replace(".", ",")} / 100`, false);
  }
}

// What could not be read is told beside its field, but never while it is being typed in.
let waiting = {};
function judged(told) {
  waiting = told;
  for (const each of form.querySelectorAll(".chua-luu")) {
    const muc = each.closest("[data-o-nhap]")?.dataset.oNhap ?? each.dataset.cua;
    if (told[muc] !== each.textContent) each.remove();
  }
  for (const [muc, words] of Object.entries(told)) {
    const field = document.getElementById(`o-${muc}`);
    if (!field || field === document.activeElement) continue;
    const place = field.closest("[data-o-nhap], td") || field.parentElement;
    if ([...place.querySelectorAll(".loi-o")].some((each) => each.textContent === words)) continue;
    const said = document.createElement("p");
    said.className = "loi-o t-sai chua-luu";
    said.dataset.cua = muc;
    said.setAttribute("role", "status");
    said.textContent = words;
    place.append(said);
    field.setAttribute("aria-invalid", "true");
  }
}
form?.addEventListener("focusout", () => setTimeout(() => judged(waiting), 0));

// A draft is kept two seconds after the last key, on the disk of this machine.
let later = 0;
let dirty = false;
const clock = () => new Date().toTimeString().slice(0, 5);
async function kept() {
  if (!dirty) return;
  try {
    const answer = await fetch(form.dataset.nhap, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    status_.textContent = answer.ok ? `Đã giữ nháp ${clock()}, tắt máy không mất` : "Chưa giữ được nháp; bấm «Lưu» để ghi";
    if (answer.ok) judged(await answer.json());
  } catch {
    status_.textContent = "Phần mềm đã đóng; chữ đồng chí gõ còn ở trang này";
  }
}
function changed() {
  dirty = true;
  clearTimeout(later);
  later = setTimeout(kept, 2000);
  status_.textContent = "Đang gõ, tự giữ nháp sau 2 giây";
  sums();
}
form?.addEventListener("input", changed);
form?.addEventListener("submit", () => {
  dirty = false;
  clearTimeout(later);
  // After the save the page stands where it stood, with the same field in hand.
  sessionStorage.setItem("nhap", JSON.stringify({ own: own(), y: scrollY, id: document.activeElement?.id }));
});

// Enter goes to the cell below; a block copied from a sheet fills the cells from here on.
form?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing || event.target.tagName !== "INPUT") return;
  event.preventDefault();
  const cell = event.target.closest("td");
  const below = cell?.parentElement.nextElementSibling?.children[cell.cellIndex];
  below?.querySelector("input, select, textarea")?.focus();
});
form?.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const cell = event.target.closest("td");
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
  if (!cell || (!text.includes("\t") && (lines.length < 2 || event.target.tagName === "TEXTAREA"))) return;
  event.preventDefault();
  const list = cell.closest("[data-noi]").dataset.noi;
  let row = cell.parentElement;
  let filled = 0;
  for (const line of lines) {
    row = row || added(list);
    let at = cell.cellIndex;
    for (const said of line.split("\t")) {
      const field = row.children[at]?.querySelector("input:not([type=hidden]), textarea, select");
      if (field && !field.closest(".nut-dong")) {
        field.value = said.trim();
        filled += 1;
      }
      at += 1;
    }
    row = row.nextElementSibling;
  }
  changed();
  status_.textContent = `Đã dán ${lines.length} dòng, ${filled} ô`;
});

// F9: the next section. F8: the next field that something was found at. The switch hides the rest.
function next(places) {
  const at = scrollY + 90;
  const found = places.find((each) => each.getBoundingClientRect().top + scrollY > at + 4) || places[0];
  if (!found) return;
  for (let up = found.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
  found.scrollIntoView({ block: "start" });
  found.querySelector("input:not([type=hidden]), textarea, select, summary")?.focus({ preventScroll: true });
}
document.getElementById("muc-sau")?.addEventListener("click", () => next([...document.querySelectorAll("[data-phan]")]));
document.getElementById("loi-sau")?.addEventListener("click", () => {
  const places = [...document.querySelectorAll(".loi-o[id]")].map((each) => each.closest("[data-o-nhap], [data-dong]"));
  const at = places.findIndex((each) => each.contains(document.activeElement));
  const found = places[(at + 1) % places.length];
  if (found) next([found]);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "F9" && !event.isComposing) {
    event.preventDefault();
    document.getElementById("muc-sau")?.click();
  }
});
document.getElementById("chi-can-xem")?.addEventListener("change", (event) => {
  form.classList.toggle("chi-can-xem", event.target.checked);
});

if (form) {
  sums();
  const asked = CSS.escape(form.dataset.cho);
  const first = form.querySelector(`[autofocus], #o-${asked}, [data-o-nhap="${asked}"], [data-dong="${asked}"]`);
  if (first) next([first.closest("[data-o-nhap], [data-dong]") || first]);
  if (first?.matches("input, select, textarea")) first.focus({ preventScroll: true });
  const before = JSON.parse(sessionStorage.getItem("nhap") || "null");
  sessionStorage.removeItem("nhap");
  if (before?.own === own()) {
    scrollTo(0, before.y);
    document.getElementById(before.id)?.focus({ preventScroll: true });
  }
}
