// The editor of a letter: buttons for the few marks, tables, recipients; the quick view keeps its page.
"use strict";

(() => {
  const editor = document.querySelector("form[data-nhap]");
  const escaped = (text) => CSS.escape(text);

  // What changes the text goes through the browser, so that Ctrl+Z takes it back.
  function put(field, from, to, text) {
    field.focus();
    field.setSelectionRange(from, to);
    if (!document.execCommand(text ? "insertText" : "delete", false, text)) {
      field.setRangeText(text, from, to, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  function lines(field) {
    const from = field.value.lastIndexOf("\n", field.selectionStart - 1) + 1;
    const end = field.value.indexOf("\n", Math.max(field.selectionEnd - (field.selectionEnd > field.selectionStart ? 1 : 0), from));
    return [from, end < 0 ? field.value.length : end];
  }

  // Headings get the next number of their kind, unless the line has one.
  const ROMAN = [[10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"]];
  const roman = (number) => ROMAN.reduce(([rest, said], [size, sign]) => [rest % size, said + sign.repeat(Math.floor(rest / size))], [number, ""])[1];
  const HEADS = {
    "muc-lon": { mark: "# ", own: /^# /, numbered: /^[IVXL]+\.\s/, next: (before) => `${roman(before.filter((each) => /^# [IVXL]+\./.test(each)).length + 1)}. ` },
    "muc-nho": { mark: "## ", own: /^## /, numbered: /^\d+\.\s/, next: (before) => `${before.slice(before.findLastIndex((each) => each.startsWith("# ")) + 1).filter((each) => /^## \d+\./.test(each)).length + 1}. ` },
    dieu: { mark: "## ", own: /^## Điều /, numbered: /^Điều \d+/, next: (before) => `Điều ${before.filter((each) => /^(## )?Điều \d+/.test(each)).length + 1}. ` },
  };
  function headed(field, head) {
    const [from, to] = lines(field);
    const before = field.value.slice(0, from).split("\n");
    const made = field.value.slice(from, to).split("\n").map((line) => {
      if (head.own.test(line)) {
        before.push(line);
        return line.slice(head.mark.length);
      }
      const text = line.replace(/^#{1,2} /, "");
      const said = head.mark + (head.numbered.test(text) ? text : head.next(before) + text);
      before.push(said);
      return said;
    });
    put(field, from, to, made.join("\n"));
  }

  // Bold and italic stand within a line: every line of the selection gets its own marks.
  function marked(field, mark) {
    const [from, to] = [field.selectionStart, field.selectionEnd];
    const text = field.value.slice(from, to);
    if (!text.trim()) {
      put(field, from, to, `${mark}${mark}`);
      field.setSelectionRange(from + mark.length, from + mark.length);
      return;
    }
    const cut = (line) => /^(\s*)(.*?)(\s*)$/s.exec(line).slice(1);
    const isMarked = (words) => words.length > 2 * mark.length && words.startsWith(mark) && words.endsWith(mark) && (mark === "**" || !words.startsWith("**") || words.startsWith("***"));
    const all = text.split("\n");
    const on = all.every((line) => !cut(line)[1] || isMarked(cut(line)[1]));
    const made = all.map((line) => {
      const [left, words, right] = cut(line);
      if (!words) return line;
      return left + (on ? words.slice(mark.length, -mark.length) : mark + words + mark) + right;
    }).join("\n");
    put(field, from, to, made);
    field.setSelectionRange(from, from + made.length);
  }

  // A new table is a grid whose heads are its first row; it grows with what is pasted.
  const cellOf = (name, said) => `<input id="o-${name}" name="v:${name}" aria-label="${said}" autocomplete="off"><input type="hidden" name="c:${name}" value="">`;
  function width(grid) {
    return grid.tHead.rows[0].cells.length - 1;
  }
  function widened(grid) {
    const at = width(grid);
    const { muc } = grid.dataset;
    const head = document.createElement("th");
    head.scope = "col";
    head.innerHTML = cellOf(`${muc}.cot.+${at + 1}.ten`, `Tên cột ${at + 1}`);
    grid.tHead.rows[0].cells[at].before(head);
    const pattern = document.querySelector(`template[data-mau="${escaped(`${muc}.hang`)}"]`);
    for (const row of [pattern.content.firstElementChild, ...grid.tBodies[0].rows]) {
      const cell = document.createElement("td");
      cell.innerHTML = cellOf(`${row.dataset.dong}.${at}`, `Cột ${at + 1}`);
      row.lastElementChild.before(cell);
    }
    pattern.innerHTML = pattern.content.firstElementChild.outerHTML;
  }
  function gridOf(muc, columns, rows) {
    const list = document.querySelector(`[data-o-nhap="${escaped(`${muc}.hang`)}"]`);
    document.querySelector(`[data-o-nhap="${escaped(`${muc}.cot`)}"]`).remove();
    list.querySelector("[data-noi]").outerHTML = `<div class="khung-bang"><table class="bang-nhap" data-luoi data-muc="${muc}"><thead><tr><th><span class="chi-doc">Việc với dòng</span></th></tr></thead><tbody data-noi="${muc}.hang"></tbody></table></div>`;
    list.querySelector("template").innerHTML = `<tr class="moi" data-dong="${muc}.hang.+0"><td class="nut-dong"><button type="button" class="nut nho" data-bo-dong>Bỏ</button></td></tr>`;
    list.querySelector("button[data-them]").insertAdjacentHTML("afterend", ' <button type="button" class="nut nho" data-them-cot>Thêm cột</button>');
    const grid = list.querySelector("table");
    for (let each = 0; each < columns; each += 1) widened(grid);
    for (let each = 0; each < rows; each += 1) added(`${muc}.hang`);
    return grid;
  }
  function tableAdded(field, columns, rows) {
    const list = field.id.slice(2).replace(/noi_dung$/, "bang");
    const place = document.querySelector(`[data-noi="${escaped(list)}"]`);
    const block = added(list);
    const all = [...place.children].filter((each) => !each.querySelector(":scope > .hang .bo-dong input:checked"));
    const [from, to] = lines(field);
    const alone = field.value.slice(from, to).trim() ? "\n" : "";
    put(field, to, to, `${alone}[bảng ${all.length}]\n`);
    for (let up = block.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
    const grid = gridOf(block.dataset.dong, columns, rows);
    block.querySelector("legend").textContent = `Bảng ${all.length}`;
    grid.querySelector("input").focus();
    changed();
  }
  function asked(field, button) {
    const bar = button.closest(".thanh-soan");
    const open = bar.nextElementSibling;
    if (open?.classList.contains("chen-bang")) {
      open.remove();
      button.focus();
      return;
    }
    bar.insertAdjacentHTML("afterend", '<div class="chen-bang" role="group" aria-label="Bảng mới"><label for="so-cot">Số cột</label><input id="so-cot" size="4" inputmode="numeric" value="3"><label for="so-hang">Số hàng</label><input id="so-hang" size="4" inputmode="numeric" value="3"><button type="button" class="nut nho" data-chen>Chèn</button><button type="button" class="nut nho" data-thoi>Thôi</button><span class="mo">Dán bảng từ Excel, Word vào ô đầu thì bảng tự rộng ra.</span></div>');
    const box = bar.nextElementSibling;
    const number = (id) => Math.min(30, Math.max(1, Number.parseInt(document.getElementById(id).value, 10) || 3));
    const insert = () => {
      const size = [number("so-cot"), number("so-hang")];
      box.remove();
      tableAdded(field, ...size);
    };
    box.addEventListener("click", (event) => {
      if (event.target.dataset.chen !== undefined) insert();
      if (event.target.dataset.thoi !== undefined) asked(field, button);
    });
    box.addEventListener("input", (event) => event.stopPropagation());
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.tagName === "INPUT") {
        event.preventDefault();
        event.stopPropagation();
        insert();
      } else if (event.key === "Escape") asked(field, button);
    });
    document.getElementById("so-cot").select();
  }

  // A recipient that was used before goes on a line of its own, above «Lưu …».
  function recipient(field, name) {
    const said = field.value.split("\n").map((each) => each.trim()).filter(Boolean);
    if (said.includes(name)) return;
    const kept = said.findIndex((each) => /^-?\s*Lưu\b/.test(each));
    if (kept >= 0 && !/^Lưu\b/.test(name)) said.splice(kept, 0, name);
    else said.push(name);
    put(field, 0, field.value.length, said.join("\n"));
  }

  const DEEDS = {
    dam: (field) => marked(field, "**"),
    nghieng: (field) => marked(field, "*"),
    bang: asked,
    "phu-luc": () => {
      const block = added("phu_luc");
      block.querySelector("input:not([type=hidden]), textarea")?.focus();
      changed();
    },
  };
  editor?.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const { soan, themNoi, themCot } = button.dataset;
    if (soan) {
      const field = document.getElementById(button.closest("[data-soan-o]").dataset.soanO);
      if (HEADS[soan]) headed(field, HEADS[soan]);
      else DEEDS[soan](field, button);
    } else if (themNoi) recipient(document.getElementById(themNoi), button.textContent);
    else if (themCot !== undefined) widened(button.closest("[data-o-nhap]").querySelector("table[data-luoi]"));
  });
  editor?.addEventListener("keydown", (event) => {
    const mark = { b: "**", i: "*" }[event.key.toLowerCase()];
    if (!mark || !(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing || !event.target.name?.endsWith("noi_dung")) return;
    event.preventDefault();
    marked(event.target, mark);
  });

  // From Word come paragraphs, bold and italic; from a table, its cells. The rest is dropped and said.
  const BLOCK = new Set(["P", "DIV", "LI", "H1", "H2", "H3", "H4", "H5", "H6", "UL", "OL", "BODY", "SECTION", "ARTICLE", "BLOCKQUOTE"]);
  function fromWord(html) {
    // Styles are only read, never applied: the page allows none but its own.
    const bare = html.replace(/<style[\s\S]*?<\/style>/gi, "").replace(/\sstyle\s*=/gi, " data-kieu=");
    const { body } = new DOMParser().parseFromString(bare, "text/html");
    const made = [];
    const dropped = new Set();
    let line = [];
    const end = () => {
      const text = line.map(([words, bold, italic]) => {
        const [left, core, right] = /^(\s*)(.*?)(\s*)$/s.exec(words).slice(1);
        const mark = (bold ? "**" : "") + (italic ? "*" : "");
        return core ? left + mark + core + [...mark].reverse().join("") + right : words;
      }).join("").replace(/[\s\u00a0]+/g, " ").trim();
      if (text) made.push(text.replace(/^[·•▪o§] (?=\S)/, "- "));
      line = [];
    };
    const walk = (node, bold, italic) => {
      for (const each of node.childNodes) {
        if (each.nodeType === Node.TEXT_NODE) {
          const words = each.data.replace(/\s+/g, " ");
          const last = line.at(-1);
          if (last && last[1] === bold && last[2] === italic) last[0] += words;
          else if (words) line.push([words, bold, italic]);
        } else if (each.nodeType === Node.ELEMENT_NODE) {
          const name = each.tagName;
          if (name === "TABLE") dropped.add("bảng");
          else if (["IMG", "SVG", "OBJECT", "VIDEO", "CANVAS"].includes(name.toUpperCase()) || name.startsWith("V:")) dropped.add("hình");
          else if (name === "BR") end();
          else if (!["STYLE", "SCRIPT", "HEAD", "TITLE", "META", "LINK"].includes(name) && !name.startsWith("O:")) {
            const said = each.dataset?.kieu ?? "";
            const weight = /font-weight:\s*(\w+)/i.exec(said)?.[1];
            const slant = /font-style:\s*(\w+)/i.exec(said)?.[1];
            const heavy = weight ? /^bold/i.test(weight) || Number(weight) >= 600 : bold || name === "B" || name === "STRONG";
            const leaning = slant ? /^(italic|oblique)$/i.test(slant) : italic || name === "I" || name === "EM";
            if (BLOCK.has(name)) end();
            walk(each, heavy, leaning);
            if (BLOCK.has(name)) end();
          }
        }
      }
    };
    walk(body, false, false);
    end();
    return [made.join("\n"), [...dropped]];
  }
  function poured(grid, cell, text) {
    const rows = text.replace(/\r?\n$/, "").split(/\r?\n/).map((each) => each.split("\t"));
    const inHead = cell.tagName === "TH";
    while (width(grid) < cell.cellIndex + Math.max(...rows.map((each) => each.length))) widened(grid);
    const body = grid.tBodies[0];
    let at = inHead ? -1 : cell.parentElement.sectionRowIndex;
    for (const row of rows) {
      if (at >= body.rows.length) added(`${grid.dataset.muc}.hang`);
      const into = at < 0 ? grid.tHead.rows[0] : body.rows[at];
      row.forEach((said, index) => {
        into.cells[cell.cellIndex + index].querySelector("input").value = said.trim();
      });
      at += 1;
    }
    grid.querySelector("input").dispatchEvent(new Event("input", { bubbles: true }));
    status_.textContent = `Đã dán ${rows.length} dòng, ${rows.reduce((sum, each) => sum + each.length, 0)} ô`;
  }
  editor?.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const grid = event.target.closest("table[data-luoi]");
    if (grid && (text.includes("\t") || text.trim().includes("\n"))) {
      event.preventDefault();
      event.stopPropagation();
      poured(grid, event.target.closest("th, td"), text);
      return;
    }
    const html = event.clipboardData?.getData("text/html") ?? "";
    if (!html || event.target.tagName !== "TEXTAREA" || event.target.closest("td")) return;
    event.preventDefault();
    const [made, dropped] = fromWord(html);
    const field = event.target;
    put(field, field.selectionStart, field.selectionEnd, made);
    const kept = `Đã dán ${made ? made.split("\n").length : 0} đoạn.`;
    const gone = dropped.length ? ` Đã bỏ ${dropped.join(" và ")} khi dán.${dropped.includes("bảng") ? " Muốn có bảng: bấm «Chèn bảng» rồi dán vào ô đầu." : ""}` : "";
    told(field.parentElement, kept + gone, false);
    field.parentElement.querySelector(":scope > .tu-cong").dataset.dan = "";
  }, true);

  // The quick view stands where it was read, also after a save.
  const paper = document.getElementById("xem-cuon");
  const key = `xem:${location.pathname}:${paper?.dataset.giay}`;
  const kept = Number(sessionStorage.getItem(key) ?? 0);
  let restored = !kept;
  paper?.addEventListener("scroll", () => {
    if (restored) sessionStorage.setItem(key, String(paper.scrollTop));
  });
  document.addEventListener("htmx:afterSwap", () => {
    if (!restored && paper?.querySelector(".to-giay")) {
      paper.scrollTop = kept;
      restored = true;
    }
  });
})();
