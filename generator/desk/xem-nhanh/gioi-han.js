// Whether a Word file may be shown: a file may say that it is small and be endless; of what is broken
// the library would show an empty page.
import sax from "sax";

const MOST_PARTS = 2000;
const MOST_XML = 6 * 2 ** 20;
const MOST = 40 * 2 ** 20;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const DOCUMENT = "word/document.xml";
const STORED = 0;
const DEFLATED = 8;

/** Tell whether the parts of a zip, unpacked, stay within limits, and its document is one of Word. */
export async function canBeShown(bytes) {
  const view = new DataView(bytes);
  let end = bytes.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) return false;
  const parts = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let left = MOST;
  let leftXml = MOST_XML;
  let document = "";
  if (parts > MOST_PARTS) return false;
  for (let part = 0; part < parts; part += 1) {
    if (view.getUint32(at, true) !== ENTRY) return false;
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(new Uint8Array(bytes, at + 46, length)).toLowerCase();
    const isXml = name.endsWith(".xml") || name.endsWith(".rels");
    const keep = name === DOCUMENT ? new TextDecoder() : null;
    const found = await unpacked(bytes, view, at, Math.min(left, isXml ? leftXml : MOST), keep);
    if (found === null || name.endsWith("vbaproject.bin")) return false;
    const { size, text } = found;
    if (keep) document = text;
    left -= size;
    leftXml -= isXml ? size : 0;
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return isDocument(document);
}

function isDocument(text) {
  let isWhole = !text.includes("<!DOCTYPE");
  let root = "";
  const reader = sax.parser(true);
  reader.onopentag = (tag) => (root ||= tag.name.replace(/^.*:/, ""));
  reader.onerror = () => {
    isWhole = false;
    reader.error = null;
  };
  reader.write(text).close();
  return isWhole && root === "document";
}

/** Unpack a part, of which only what `keep` decodes is kept; null if it is too large, or packed otherwise. */
async function unpacked(bytes, view, at, most, keep) {
  const method = view.getUint16(at + 10, true);
  const packed = view.getUint32(at + 20, true);
  const head = view.getUint32(at + 42, true);
  const start = head + 30 + view.getUint16(head + 26, true) + view.getUint16(head + 28, true);
  const isLocked = view.getUint16(at + 8, true) & 1;
  if (isLocked || start + packed > bytes.byteLength) return null;
  if (method !== STORED && method !== DEFLATED) return null;
  const stored = new Blob([new Uint8Array(bytes, start, packed)]).stream();
  const plain = method === STORED ? stored : stored.pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = plain.getReader();
  let size = 0;
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { size, text };
    size += value.byteLength;
    text += keep?.decode(value, { stream: true }) ?? "";
    if (size > most) {
      await reader.cancel();
      return null;
    }
  }
}
