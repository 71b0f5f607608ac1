// Makes the quick view that the desk ships: `make xem-nhanh`; the same sources give the same bytes.
// Needs node and the package registry; the desk itself needs neither.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const OWN = dirname(fileURLToPath(import.meta.url));
const SHIPPED = join(OWN, "..", "tinh");
const FILES = ["package.json", "package-lock.json", ".npmrc", "xem.js", "gioi-han.js"];

// What must not be in the bundle, and what stands there instead. Each must be found.
const OTHERWISE = {
  "https://fonts.googleapis.com/css2": "/khong-tai-phong-chu",
  " (see https://prosemirror.net/docs/guide/#generatable)": "",
  " : is this a zip file ? If it is, see https://stuk.github.io/jszip/documentation/howto/read_zip.html": "",
  '"Times New Roman","Tinos"': '"Times New Roman","Liberation Serif"',
  '"Arial","Arimo"': '"Arial","Liberation Sans"',
};
// What the library leaves to chance, mended in its source; each must be found exactly once.
const LAYOUT = /docx-editor-core.dist.chunk-L7HQCG64\.mjs$/;
const MENDED = {
  // Of a paragraph over two pages no line stands alone; `keepLines` keeps all of them.
  "let S=a===0,P=a+d>=o.length,": `if(a+d<o.length){
    let k=o.length-a-d===1?d-1:d;
    if(a===0&&(k<2||e.attrs?.keepLines))k=0;
    if(k<1){if(l.page.fragments.length>0&&!moved){moved=true;n.forcePageBreak();continue}}
    else if(k<d){d=k;g=0;for(let C=a;C<a+d;C++)g+=o[C].lineHeight+(o[C].floatSkipBefore??0)}
  }let S=a===0,P=a+d>=o.length,`,
  "let i=J(e),s=Q(e),a=0;for(;a<o.length;){": "let moved=false,i=J(e),s=Q(e),a=0;for(;a<o.length;){",
  // What is kept with the next, with as much of it as may stand on a page; with a table, its first row.
  "i.lines.length>0&&(r+=i.lines[0].lineHeight);}": `let all=i.lines.length<4||t[e.anchorIndex].attrs?.keepLines;
    for(let k of all?i.lines:i.lines.slice(0,2))r+=k.lineHeight}else if(o?.kind==="table"&&o.rows.length>0)r+=o.rows[0].height;`,
};
// Packages that others carry inside their one file.
const INSIDE = { jszip: ["pako", "lie", "immediate", "setimmediate", "readable-stream", "core-util-is", "inherits", "isarray", "process-nextick-args", "safe-buffer", "string_decoder", "util-deprecate"] };

const CHANGED = "The quick view (xem.js) is made of these packages. Changed: addresses of other hosts are removed, names of fonts replaced, and docx-editor-core keeps lines of a paragraph together at the end of a page.";

const scratch = mkdtempSync(join(tmpdir(), "xem-nhanh-"));
for (const each of FILES) cpSync(join(OWN, each), join(scratch, each));
const npm = spawnSync("npm", ["ci"], { cwd: scratch, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" });
if (npm.status !== 0) throw new Error("npm ci");

let isMended = false;
function mended({ path }) {
  let contents = readFileSync(path, "utf8");
  for (const [old, other] of Object.entries(MENDED)) {
    if (contents.split(old).length !== 2) throw new Error(`not once in the library: ${old}`);
    contents = contents.replace(old, () => other);
  }
  isMended = true;
  return { contents, loader: "js" };
}

const { build } = createRequire(join(scratch, "package.json"))("esbuild");
const made = await build({
  absWorkingDir: scratch, entryPoints: ["xem.js"], outfile: "out.js", bundle: true, minify: true, write: false, metafile: true,
  format: "iife", charset: "utf8", legalComments: "none", target: ["chrome109", "edge109", "firefox115"],
  plugins: [{ name: "mended", setup: (each) => each.onLoad({ filter: LAYOUT }, mended) }],
});
if (!isMended) throw new Error("the part that lays out was not found");
let text = made.outputFiles[0].text;
for (const [old, other] of Object.entries(OTHERWISE)) {
  if (!text.includes(old)) throw new Error(`not in the bundle: ${old}`);
  text = text.replaceAll(old, other);
}

const inputs = Object.entries(made.metafile.outputs["out.js"].inputs).filter(([, each]) => each.bytesInOutput > 0);
const names = new Set(inputs.map(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean));
for (const each of [...names]) for (const inner of INSIDE[each] ?? []) names.add(inner);
const licences = [...names].sort().map((name) => {
  const home = join(scratch, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const file = readdirSync(home).filter((each) => /^(licen[cs]e|copying|notice)/i.test(each)).sort();
  const words = file.map((each) => readFileSync(join(home, each), "utf8").trim());
  if (!words.length) words.push(/^#+ licen[cs]e$[\s\S]*/im.exec(readFileSync(join(home, "README.md"), "utf8"))[0].trim());
  return `==== ${name} ${version} (${license})\n\n${words.join("\n\n")}\n`;
});

mkdirSync(join(SHIPPED, "xem"), { recursive: true });
writeFileSync(join(SHIPPED, "xem", "xem.js"), text);
writeFileSync(join(SHIPPED, "giay-phep", "xem.txt"), `${CHANGED}\n\n${licences.join("\n")}`);
rmSync(scratch, { recursive: true });
console.log(`xem.js: ${text.length} characters, sha256 ${createHash("sha256").update(text).digest("hex")}`);
