// One engine in a process of its own: `run.mjs ENGINE TEMPLATE CONTEXTS`; see run.py.
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const ENGINES = {
  async docxtemplater(template) {
    const { default: PizZip } = await import("pizzip");
    const { default: Docxtemplater } = await import("docxtemplater");
    const content = readFileSync(template);
    return (context) =>
      new Docxtemplater(new PizZip(content), { paragraphLoop: true, linebreaks: true })
        .render(context)
        .getZip()
        .generate({ type: "nodebuffer", compression: "DEFLATE" });
  },
  async "easy-template-x"(template) {
    const { TemplateHandler } = await import("easy-template-x");
    const content = readFileSync(template);
    const handler = new TemplateHandler();
    return (context) => handler.process(content, context);
  },
  async carbone(template) {
    const { default: carbone } = await import("carbone");
    const render = promisify(carbone.render);
    return (context) => render(template, context, {});
  },
};

const [engine, template, contexts] = process.argv.slice(2);
const data = JSON.parse(readFileSync(contexts, "utf-8"));
const make = await ENGINES[engine](template);
for await (const line of createInterface({ input: process.stdin })) {
  const [count, folder] = line.split(/ (.*)/s);
  const start = process.hrtime.bigint();
  for (let index = 0; index < Number(count); index++) {
    writeFileSync(`${folder}/${index}.docx`, await make(data[index % data.length]));
  }
  console.log(Number(process.hrtime.bigint() - start) / 1e9);
}
process.exit(0);
