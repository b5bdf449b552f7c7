// What the rules say about a folder of real menus: `node scripts/corpus-findings.mjs <folder>` prints
// how often each rule fires, what crashed, and findings whose place is not in the file. With
// `--sample 60 --seed 1` it also prints that many findings to read by hand, evenly over the rules.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lintScript, presets, readMenuFile, rules } from '../dist/check.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    preset: { type: 'string', multiple: true, default: ['recommended'] },
    sample: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
});

const unknown = values.preset.filter((name) => !presets.includes(name));
if (positionals.length === 0 || unknown.length > 0) {
  console.error(
    'Usage: node scripts/corpus-findings.mjs <folder...> [--preset strict] [--sample 60 --seed 1]',
  );
  process.exit(2);
}
const chosen = rules
  .filter((rule) =>
    (rule.presets ?? ['recommended', 'strict']).some((one) => values.preset.includes(one)),
  )
  .map((rule) => ({ rule }));

const files = positionals.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(),
);

/** True where a place covers text that is in the file. */
function isThere({ path, start, end }, source, lines) {
  const isInLine = ({ line, column }) =>
    column >= 1 && column <= (lines[line - 1]?.length ?? -1) + 1;
  const isForward = end.line > start.line || (end.line === start.line && end.column > start.column);
  return path === source.path && isInLine(start) && isInLine(end) && isForward;
}

const found = [];
const crashes = [];
const counts = { files: files.length, menus: 0, scripts: 0, nodes: 0 };
for (const file of files) {
  const source = { path: file, text: readFileSync(file, 'utf8') };
  try {
    const { documents, findings, format } = await readMenuFile(source);
    if (format === undefined) continue;
    counts.menus += 1;
    counts.scripts += documents.length;
    const lines = source.text.split(/\r\n|\n|\r/);
    const all = documents.flatMap((document) => {
      counts.nodes += Object.keys(document.script.nodes).length;
      return lintScript(document, { rules: chosen });
    });
    for (const finding of [...findings, ...all]) {
      const isPlaced = [finding, ...finding.related].every(({ at }) => isThere(at, source, lines));
      found.push({ finding, isPlaced });
    }
  } catch (error) {
    crashes.push({ path: source.path, error });
  }
}

const rows = new Map();
for (const { finding, isPlaced } of found) {
  const { ruleId, severity, at } = finding;
  const row = rows.get(ruleId) ?? { error: 0, warning: 0, info: 0, files: new Set(), lost: 0 };
  row[severity] += 1;
  row.files.add(at.path);
  if (!isPlaced) row.lost += 1;
  rows.set(ruleId, row);
}
const cells = [
  ['rule', 'error', 'warning', 'info', 'files', 'no place'],
  ...[...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, row]) => [id, row.error, row.warning, row.info, row.files.size, row.lost]),
];
for (const [id, ...numbers] of cells) {
  console.log(id.padEnd(36) + numbers.map((one) => String(one).padStart(9)).join(''));
}
const quiet = chosen.map(({ rule }) => rule.id).filter((id) => !rows.has(id));
console.log(`\nnever: ${quiet.join(', ') || 'none'}`);
console.log(
  `\n${counts.files} files, ${counts.menus} of them menus with ${counts.scripts} scripts and ${counts.nodes} nodes: ${found.length} findings, ${crashes.length} crashes, ${found.filter(({ isPlaced }) => !isPlaced).length} without a place`,
);
for (const { path, error } of crashes) console.log(`crash: ${path}\n${error.stack}`);

/** Numbers that look random and are the same every time (Lehmer, 1951; modulus 2^31 - 1). */
function numbersFrom(seed) {
  let state = (seed * 48271 + 11) % 2147483647 || 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/** Findings to read by hand: one of each rule in turn, each from a file that hasn't been chosen. */
function sampleOf(count, seed) {
  const number = numbersFrom(seed);
  const left = new Map();
  for (const { finding } of found) {
    left.set(finding.ruleId, [...(left.get(finding.ruleId) ?? []), finding]);
  }
  const seen = new Set();
  const sample = [];
  while (sample.length < count && left.size > 0) {
    for (const [id, findings] of [...left].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const fresh = findings.filter(({ at }) => !seen.has(`${id} ${at.path}`));
      const from = fresh.length > 0 ? fresh : findings;
      const one = from[number(from.length)];
      sample.push(one);
      seen.add(`${id} ${one.at.path}`);
      const rest = findings.filter((other) => other !== one);
      if (rest.length > 0) left.set(id, rest);
      else left.delete(id);
      if (sample.length === count) break;
    }
  }
  return sample;
}
for (const { ruleId, severity, message, subject, at } of sampleOf(
  Number(values.sample),
  Number(values.seed),
)) {
  console.log(
    `\n${severity} ${ruleId}  ${at.path}:${at.start.line}:${at.start.column}  ${subject}\n  ${message}`,
  );
}
if (crashes.length > 0 || found.some(({ isPlaced }) => !isPlaced)) process.exitCode = 1;
