// What imports make of folders of vendors' exports: `node scripts/corpus-imports.mjs <folder...>`
// prints, for each format, how many blocks became nodes and how many stayed opaque, what refers to
// something that isn't there, and prompts whose words are unknown; then the types that stayed opaque
// and the files that gave no script. Folders count as exports: files find each other in them.
import { parseArgs } from 'node:util';
import { createJiti } from 'jiti';

const { positionals } = parseArgs({ allowPositionals: true });
if (positionals.length === 0) {
  console.error('Usage: node scripts/corpus-imports.mjs <folder...>');
  process.exit(2);
}
const jiti = createJiti(import.meta.url);
const { cellsOf, headOfTable, importTable } = await jiti.import('../test/support/import-table.ts');

const { rows, failed } = await importTable(positionals, process.cwd());
const lines = [headOfTable, headOfTable.map(() => '---'), ...rows.map(cellsOf)];
for (const cells of lines) console.log(`| ${cells.join(' | ')} |`);
for (const { format, opaque } of rows) {
  if (opaque.size === 0) continue;
  const types = [...opaque].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const counted = types.map(([type, count]) => `${type} ${count}`);
  console.log(`\n${format}, opaque: ${counted.join(', ')}`);
}
for (const { path, findings } of failed) {
  const [first] = findings;
  const at = first === undefined ? '' : `:${first.at.start.line}:${first.at.start.column}`;
  console.log(
    `\n${path}${at}: ${first?.ruleId ?? 'nothing'} ${first?.message ?? ''} (${findings.length})`,
  );
}
