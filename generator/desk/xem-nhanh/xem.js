// The quick view of a Word file: its pages, which can only be looked at.
// What lays pages out and paints them is `docx-editor-core`; nothing of its editor is started.
import { parseDocx } from "@eigenpal/docx-editor-core/docx/parser";
import { computeLayout } from "@eigenpal/docx-editor-core/editor";
import {
  getCachedParagraphMeasure, getColumns, getMargins, getPageSize, measureBlocksWithFloats,
  measureParagraph, measureTableBlock, resolveHeaderFooter, setCachedParagraphMeasure,
} from "@eigenpal/docx-editor-core/layout-bridge";
import { DEFAULT_TEXTBOX_MARGINS, DEFAULT_TEXTBOX_WIDTH } from "@eigenpal/docx-editor-core/layout-engine";
import { buildBlockLookup, renderPages } from "@eigenpal/docx-editor-core/layout-painter";
import { toProseDoc } from "@eigenpal/docx-editor-core/prosemirror/conversion";
import { schema } from "@eigenpal/docx-editor-core/prosemirror/schema";
import { EditorState } from "prosemirror-state";
import { canBeShown } from "./gioi-han.js";

const GAP = 16;
const FAILED = "Chưa xem nhanh được. Tệp Word vẫn tạo được.";

/** How large a block is, as the library's own viewer measures it. */
function measured(block, width, zones, top) {
  switch (block.kind) {
    case "paragraph": {
      if (zones?.length) return measureParagraph(block, width, { floatingZones: zones, paragraphYOffset: top ?? 0 });
      const known = getCachedParagraphMeasure(block, width);
      if (known) return known;
      const found = measureParagraph(block, width, { paragraphYOffset: top ?? 0 });
      setCachedParagraphMeasure(block, width, found);
      return found;
    }
    case "table":
      return measureTableBlock(block, width, measured);
    case "image":
      return { kind: "image", width: block.width ?? 100, height: block.height ?? 100 };
    case "textBox": {
      const edge = block.margins ?? DEFAULT_TEXTBOX_MARGINS;
      const wide = block.width ?? DEFAULT_TEXTBOX_WIDTH;
      const inner = block.content.map((each) => measureParagraph(each, wide - edge.left - edge.right));
      const high = inner.reduce((sum, each) => sum + each.totalHeight, 0) + edge.top + edge.bottom;
      return { kind: "textBox", width: wide, height: block.height ?? high, innerMeasures: inner };
    }
    default:
      return { kind: block.kind };
  }
}

/** Show the pages of a Word file in an element; return how many there are. */
async function shown(bytes, into) {
  // Fonts are those of the machine: nothing is loaded, neither from a host nor out of the file.
  const doc = await parseDocx(bytes, { preloadFonts: false, detectVariables: false });
  const { styles, theme, document: body } = doc.package;
  const last = body.finalSectionProperties;
  const first = body.sections?.[0]?.properties ?? last;
  const end = last ?? first;
  const pageSize = getPageSize(first);
  const margins = getMargins(first);
  const heads = resolveHeaderFooter(doc, end);
  const found = computeLayout({
    state: EditorState.create({ schema, doc: toProseDoc(doc, { styles }) }),
    document: doc, styles, theme, pageGap: GAP, sectionProperties: first, finalSectionProperties: last,
    pageSize, margins, columns: getColumns(first), contentWidth: pageSize.w - margins.left - margins.right,
    finalPageSize: getPageSize(end), finalMargins: getMargins(end), finalColumns: getColumns(end),
    headerContent: heads.header, footerContent: heads.footer,
    firstPageHeaderContent: heads.firstHeader, firstPageFooterContent: heads.firstFooter,
    measureBlocks: (blocks, width, page) => measureBlocksWithFloats(blocks, width, measured, page),
    getHfPmDoc: () => null,
  });
  renderPages(found.layout.pages, into, {
    pageGap: GAP, showShadow: false, pageBackground: "#ffffff",
    blockLookup: buildBlockLookup(found.blocks, found.measures),
    headerContent: found.headerContentForRender, footerContent: found.footerContentForRender,
    firstPageHeaderContent: found.firstPageHeaderForRender,
    firstPageFooterContent: found.firstPageFooterForRender,
    titlePg: found.hasTitlePg, headerDistance: found.headerDistancePx,
    footerDistance: found.footerDistancePx, pageBorders: found.pageBorders, theme,
    watermark: found.watermark, footnotesByPage: found.footnotesByPage,
  });
  const widest = Math.max(...found.layout.pages.map((page) => page.size.w));
  const fit = () => into.style.setProperty("zoom", String(Math.min(1, window.innerWidth / (widest + 40))));
  window.addEventListener("resize", fit);
  fit();
  return found.layout.pages.length;
}

/** Say how many pages there are to the page around the frame, and in the frame if there is none. */
function said(words, pages) {
  const line = document.getElementById("noi");
  const inside = window.parent !== window;
  line.textContent = words;
  line.hidden = inside && pages > 0;
  if (inside) window.parent.postMessage({ xemNhanh: words }, window.location.origin);
}

async function begun() {
  const into = document.getElementById("xem");
  // A link of the paper is words: nobody follows it out of a picture.
  for (const kind of ["click", "auxclick", "dragstart"]) {
    into.addEventListener(kind, (event) => event.preventDefault(), true);
  }
  try {
    const answer = await fetch(into.dataset.tep, { redirect: "error" });
    const bytes = await answer.arrayBuffer();
    if (!answer.ok || !(await canBeShown(bytes))) throw new Error("refused");
    const pages = await shown(bytes, into);
    said(`${pages} trang`, pages);
  } catch {
    into.replaceChildren();
    said(FAILED, 0);
  }
}

begun();
