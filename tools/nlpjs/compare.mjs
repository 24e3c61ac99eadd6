// Trains NLP.js on one file of texts and intents and scores it on another; prints one line of JSON.
//   npm install && node compare.mjs train.tsv test.tsv
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { NlpManager } from "node-nlp";

const LEAST_READINGS = 3000;
const WARM_UP = 1500; // ms

function read(path) {
  const [header, ...lines] = readFileSync(path, "utf8").split("\n").map((line) => line.replace(/\r$/, ""));
  const columns = header.split("\t");
  const [text, intent] = [columns.indexOf("text"), columns.indexOf("intent")];
  return lines.filter((line) => line.length > 0).map((line) => line.split("\t")).map((row) => ({ text: row[text], intent: row[intent] }));
}

const [train, test] = process.argv.slice(2).map(read);
const manager = new NlpManager({ languages: ["en"], forceNER: false, autoSave: false, autoLoad: false, nlu: { log: false } });
for (const { text, intent } of train) manager.addDocument("en", text, intent);

const started = performance.now();
await manager.train();
const trainSeconds = (performance.now() - started) / 1000;

let right = 0;
for (const { text, intent } of test) if ((await manager.process("en", text)).intent === intent) right++;

// As long to warm up as the other side is given; then each reading is timed.
const warm = performance.now();
for (let i = 0; performance.now() - warm < WARM_UP; i++) await manager.process("en", test[i % test.length].text);

const times = [];
for (let i = 0; i < Math.max(LEAST_READINGS, test.length); i++) {
  const { text } = test[i % test.length];
  const from = performance.now();
  await manager.process("en", text);
  times.push((performance.now() - from) * 1000);
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({
  accuracy: (100 * right) / test.length,
  p50: times[Math.floor(times.length / 2)],
  p99: times[Math.floor(times.length * 0.99)],
  trainSeconds,
  memory: process.memoryUsage.rss() / 1048576,
}));
