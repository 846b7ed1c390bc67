// Opens a file in the YAML language server, as an editor does, and writes what it answers at some places as JSON.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import rpc from "vscode-jsonrpc/node.js";

const [uri, places] = [process.argv[2], JSON.parse(process.argv[3])];
const text = readFileSync(0, "utf-8");
const folder = dirname(createRequire(import.meta.url).resolve("yaml-language-server/package.json"));
const server = spawn(process.execPath, [join(folder, "bin/yaml-language-server"), "--stdio"]);
const connection = rpc.createMessageConnection(
  new rpc.StreamMessageReader(server.stdout),
  new rpc.StreamMessageWriter(server.stdin),
);
const settings = { yaml: { completion: true, hover: true, validate: true, schemaStore: { enable: false } } };
connection.onRequest("workspace/configuration", ({ items }) => items.map(({ section }) => settings[section] ?? {}));
connection.onRequest("client/registerCapability", () => null);
const diagnosed = new Promise((resolve) => {
  connection.onNotification("textDocument/publishDiagnostics", (sent) => sent.uri === uri && resolve(sent.diagnostics));
});
connection.listen();

const completion = { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } };
const capabilities = { textDocument: { completion, hover: { contentFormat: ["markdown"] } }, workspace: { configuration: true } };
await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities });
await connection.sendNotification("initialized", {});
await connection.sendNotification("workspace/didChangeConfiguration", { settings });
await connection.sendNotification("textDocument/didOpen", {
  textDocument: { uri, languageId: "yaml", version: 1, text },
});

const told = { diagnostics: await diagnosed };
for (const [name, [line, character]] of Object.entries(places)) {
  const at = { textDocument: { uri }, position: { line, character } };
  const kind = name === "hover" ? "hover" : "completion";
  const answer = await connection.sendRequest(`textDocument/${kind}`, at);
  told[name] = kind === "hover" ? answer : answer.items;
}
process.stdout.write(JSON.stringify(told));
connection.dispose();
server.kill();
