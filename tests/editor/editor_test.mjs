// What an editor makes of schemac.schema.json: the real language server's library completes, checks and explains, and a
// validator of its own (ajv) agrees with the compiler on every committed definition.
// usage: node editor_test.mjs <schemac> <source folder>
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, test } from "node:test";

// The packages are installed where the test runs: nothing is written into the sources.
const require = createRequire(join(process.cwd(), "packages.cjs"));
const Ajv = require("ajv").default;
const { getLanguageService, TextDocument } = require("vscode-json-languageservice");

const [schemac, source] = process.argv.slice(2);
const definitions = join(source, "schema-defs");
const folder = mkdtempSync(join(tmpdir(), "schemac-editor-"));
after(() => rmSync(folder, { recursive: true }));

/** The editor's schema of a project. */
function editorSchema(project) {
  execFileSync(schemac, ["editor", project, "--out", folder], { stdio: ["ignore", "ignore", "inherit"] });
  return JSON.parse(readFileSync(join(folder, "schemac.schema.json"), "utf8"));
}

function validator(schema) {
  return new Ajv({ strict: false, allErrors: true }).compile(schema);
}

function jsonFiles(project) {
  return readdirSync(project).filter((name) => name.endsWith(".json") && name !== "schemac.schema.json");
}

const schema = editorSchema(definitions);
const validate = validator(schema);

// Editors find the schema that a definition names beside it.
const resolveRelativePath = (path, document) => new URL(path, document).href;
const service = getLanguageService({ workspaceContext: { resolveRelativePath } });
const schemaUri = "file:///schemac.schema.json";
service.configure({ allowComments: false, schemas: [{ fileMatch: ["*.json"], uri: schemaUri, schema }] });

/** `text` with a cursor at "|", as the language server sees it. */
function opened(text) {
  const offset = text.indexOf("|");
  const document = TextDocument.create("file:///bills.json", "json", 1, text.replace("|", ""));
  return { document, position: document.positionAt(offset), json: service.parseJSONDocument(document) };
}

async function completions(text) {
  const { document, position, json } = opened(text);
  const list = await service.doComplete(document, position, json);
  return new Map(list.items.map((item) => [item.label.replaceAll('"', ""), item]));
}

async function findings(text) {
  const { document, json } = opened(`${text}|`);
  return (await service.doValidation(document, json)).map((finding) => finding.message);
}

async function hover(text) {
  const { document, position, json } = opened(text);
  const found = await service.doHover(document, position, json);
  return JSON.stringify(found?.contents ?? "");
}

/** A domain with one column; `{` alone opens an incomplete file, as one that is being typed. */
function column(value, columns = true) {
  return `{"domain": "bills", "tables": {"bills": {${columns ? '"columns": {"x": ' : ""}${value}${columns ? "}" : ""}}}}`;
}

test("accepts every committed definition", () => {
  for (const name of jsonFiles(definitions)) {
    const document = JSON.parse(readFileSync(join(definitions, name), "utf8"));
    assert.ok(validate(document), `${name}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
    assert.ok(validate({ $schema: "./schemac.schema.json", "//": "a remark", ...document }), name);
  }
});

test("the language server finds nothing in a committed definition", async () => {
  for (const name of jsonFiles(definitions))
    assert.deepEqual(await findings(readFileSync(join(definitions, name), "utf8")), [], name);
});

test("accepts odd projects", () => {
  const cases = join(source, "tests/cases/targets");
  for (const project of readdirSync(cases)) {
    const accepts = validator(editorSchema(join(cases, project)));
    for (const name of jsonFiles(join(cases, project))) {
      const document = JSON.parse(readFileSync(join(cases, project, name), "utf8"));
      assert.ok(accepts(document), `${project}/${name}: ${JSON.stringify(accepts.errors?.slice(0, 3))}`);
    }
  }
});

test("says which key is missing of a file that does not say what it is", async () => {
  assert.match((await findings('{"tables": {}}'))[0], /missing property.*domain/i);
  assert.match((await findings('{"postgres": 15}'))[0], /missing property.*namespace/i);
});

test("the compiler accepts $schema in every file", () => {
  assert.equal(spawnSync(schemac, ["check", join(source, "tests/editor/project")]).status, 0);
});

test("every key has a description", () => {
  const check = (node, path) => {
    if (node === null || typeof node !== "object") return;
    for (const [key, value] of Object.entries(node)) {
      if (key === "properties") {
        for (const [name, member] of Object.entries(value))
          assert.ok(member.description?.length > 10, `${path}/${name} has no description`);
      }
      check(value, `${path}/${key}`);
    }
  };
  check(schema, "");
});

test("refuses unknown keys, but for remarks", () => {
  const domain = (table) => ({ domain: "bills", tables: { bills: table } });
  assert.ok(validate(domain({ columns: { "//": 1, id: "uuid" }, "//": ["any", "thing"] })));
  assert.ok(!validate(domain({ colums: { id: "uuid" } })));
  assert.ok(!validate(domain({ columns: { id: { type: "uuid", nullable: true } } })));
  assert.ok(!validate(domain({ columns: { id: "uuid" }, indexes: [{ on: ["id"], were: "true" }] })));
});

test("a ref completes this project's tables", async () => {
  for (const text of [column('{"ref": "|"}'), column('{"ref": "bi|"}'), '{"domain": "d", "tables": {"t": {"columns": {"x": {"ref": "|']) {
    const found = await completions(text);
    assert.ok(found.has("bills") && found.has("bills?") && found.has("users"), [...found.keys()].join(" "));
    assert.ok(!found.has("uuid"));
    assert.match(found.get("bills").documentation, /published bill/);
  }
});

test("the columns of a foreign key refer to this project's tables, without a mark", async () => {
  const found = await completions(column('"foreign_keys": [{"columns": ["x"], "references": "|"}]', false));
  assert.ok(found.has("bills") && !found.has("bills?"));
});

test("a type completes this project's enums and PostgreSQL's types", async () => {
  for (const text of [column('"|"'), column('{"type": "|"}'), column('{"type": "bill_|"}'), column("|")]) {
    const found = await completions(text);
    for (const name of ["bill_status", "bill_status?", "uuid", "timestamptz", "numeric?"])
      assert.ok(found.has(name), `${name} is missing of ${text}`);
    assert.match(found.get("bill_status").documentation, /Where a bill stands/);
  }
});

test("mixins, actions, index methods and formats complete", async () => {
  assert.ok((await completions(column('"mixins": ["|"]', false))).has("uuid_id"));
  assert.ok((await completions(column('{"ref": "bills", "on_delete": "|"}'))).has("set null"));
  assert.ok((await completions(column('"indexes": [{"on": ["x"], "using": "|"}]', false))).has("gin"));
  assert.ok((await completions(column('{"type": "text", "format": "|"}'))).has("email"));
  assert.ok((await completions(column('{"type": "bigint", "identity": "|"}'))).has("always"));
});

test("keys complete for the kind of value that they are in", async () => {
  const file = await completions("{|}");
  for (const key of ["domain", "namespace", "mixins"]) assert.ok(file.has(key), key);
  const table = await completions(column("|", false));
  for (const key of ["columns", "mixins", "indexes", "primary_key", "soft_delete"]) assert.ok(table.has(key), key);
  const empty = await completions(column("{|}"));
  for (const key of ["type", "ref", "doc"]) assert.ok(empty.has(key), key);
  const reference = await completions(column('{"ref": "bills", |}'));
  assert.ok(reference.has("on_delete") && !reference.has("type"));
  const typed = await completions(column('{"type": "text", |}'));
  assert.ok(typed.has("pattern") && !typed.has("on_delete"));
});

test("a wrong form is answered by our sentence", async () => {
  const sentence = /`type\[\?\]\[ = SQL\]`/;
  for (const wrong of ['"tmestamptz"', '"text??"', '"text ="', '"uuid(3)"', "12"]) {
    const found = await findings(column(wrong));
    assert.equal(found.length, 1, `${wrong}: ${found}`);
    assert.match(found[0], sentence, wrong);
  }
  assert.match((await findings(column('{"type": "text = \'x\'"}')))[0], /a default is a key of its own/);
  assert.match((await findings(column('{"ref": "billz"}')))[0], /no table of that name/);
  assert.match((await findings(column('"mixins": ["uuid"]', false)))[0], /no mixin of that name/);
  assert.match((await findings(column('{"ref": "bills", "on_delete": "drop"}')))[0], /one of: no action, restrict/);
});

test("accepts the forms that the compiler accepts", () => {
  for (const form of ["text", "text?", "varchar(50)", "numeric(12, 2) = 0", "text[]", "text?[]? = '{}'", "bill_status = 'published'",
    "timestamp(3) with time zone", "double  precision?", "county[] = '{}'", " uuid = gen_random_uuid() ", "int4range?", "text[][]"])
    assert.ok(validate(JSON.parse(column(JSON.stringify(form)))), form);
});

test("hovering explains keys and values", async () => {
  assert.match(await hover(column('{"re|f": "bills"}')), /whose key the column holds/);
  assert.match(await hover(column('"sea|rch": {"weights": {}}', false)), /text search over weighted/);
  assert.match(await hover(column('{"type": "text", "min_len|gth": 3}')), /least length/);
});
