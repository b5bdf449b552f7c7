// What imports make of folders of vendors' exports: `node scripts/corpus-imports.mjs <folder...>`
// prints, for each format, how many blocks became nodes and how many stayed opaque, what refers to
// something that isn't there, and prompts whose words are unknown; then the types that stayed opaque
// and the files that gave no script. Folders count as exports: files find each other in them.
import { parseArgs } from 'node:util';
import { loadMenus } from '../dist/node.js';

const { positionals } = parseArgs({ allowPositionals: true });
if (positionals.length === 0) {
  console.error('Usage: node scripts/corpus-imports.mjs <folder...>');
  process.exit(2);
}

const stdin = (async function* () {})();
const rows = new Map();
const failed = [];
for (const folder of positionals) {
  const { menus } = await loadMenus([folder], { cwd: process.cwd(), stdin });
  for (const { source, scripts, findings, report } of menus) {
    const format = scripts[0]?.document.format;
    if (format === undefined) {
      failed.push({ path: source.path, findings });
      continue;
    }
    if (report === undefined) continue;
    const row = rows.get(format) ?? { files: 0, scripts: 0, opaque: new Map(), numbers: {} };
    rows.set(format, row);
    row.files += 1;
    row.scripts += scripts.length;
    const counted = {
      blocks: report.blocks,
      nodes: report.nodes,
      prompts: report.prompts,
      unknown: report.promptsUnknown,
      unresolved: report.references?.filter(({ to }) => to === undefined).length ?? 0,
      notes: report.unresolved.length,
    };
    for (const [name, count] of Object.entries(counted)) {
      row.numbers[name] = (row.numbers[name] ?? 0) + count;
    }
    for (const [type, count] of Object.entries(report.opaque)) {
      row.opaque.set(type, (row.opaque.get(type) ?? 0) + count);
    }
  }
}

const sum = (counts) => [...counts.values()].reduce((total, count) => total + count, 0);
const table = [...rows]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([format, { files, scripts, opaque, numbers }]) => ({
    format,
    files,
    scripts,
    blocks: numbers.blocks,
    nodes: numbers.nodes,
    opaque: sum(opaque),
    share: `${((100 * sum(opaque)) / Math.max(1, numbers.blocks)).toFixed(2)} %`,
    'unresolved references': numbers.unresolved,
    'prompts unknown': `${numbers.unknown} of ${numbers.prompts}`,
    notes: numbers.notes,
  }));
const head = Object.keys(table[0] ?? {});
const lines = [head, head.map(() => '---'), ...table.map((row) => Object.values(row))];
for (const cells of lines) console.log(`| ${cells.join(' | ')} |`);
for (const [format, { opaque }] of rows) {
  if (opaque.size === 0) continue;
  const types = [...opaque].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  console.log(
    `\n${format}, opaque: ${types.map(([type, count]) => `${type} ${count}`).join(', ')}`,
  );
}
for (const { path, findings } of failed) {
  const [first] = findings;
  const at = first === undefined ? '' : `:${first.at.start.line}:${first.at.start.column}`;
  console.log(
    `\n${path}${at}: ${first?.ruleId ?? 'nothing'} ${first?.message ?? ''} (${findings.length})`,
  );
}
