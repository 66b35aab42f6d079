// easy_template_x.mjs TEMPLATE CONTEXTS OUT: the letters as a user of easy-template-x writes them.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { TemplateHandler } from "easy-template-x";

const [template, contexts, out] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const handler = new TemplateHandler();
const bytes = readFileSync(template);
for (const line of readFileSync(contexts, "utf8").split("\n").filter(Boolean)) {
  const context = JSON.parse(line);
  writeFileSync(`${out}/${context.file}.docx`, await handler.process(bytes, context));
}
