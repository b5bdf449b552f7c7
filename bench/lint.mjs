import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { menuText, nodesIn } from './generate-menus.mjs';
import { measureInTurns, printGoal, printTable } from './measure.mjs';
import { installSpectral, writeRuleset } from './spectral.mjs';

const ivr = 'dist/cli/main.js';
const bare = 'node -e 0';
const manyMenus = 2_000;

/** Writes generated menu files into a folder and tells how many nodes they have together. */
function writeMenus(folder, files, nodesEach) {
  mkdirSync(folder);
  let nodes = 0;
  for (let seed = 1; seed <= files; seed += 1) {
    const text = menuText(seed, nodesEach);
    nodes += nodesIn(text);
    writeFileSync(join(folder, `line-${seed}.ivr.yaml`), text);
  }
  return nodes;
}

async function oneFile() {
  const results = await measureInTurns({
    [bare]: ['-e', '0'],
    'ivr --version': [ivr, '--version'],
    'ivr lint, one file': [ivr, 'lint', 'menus/northwind-bank.ivr.yaml'],
  });
  printTable('Checking one file', results, bare);
  const { cpu } = results['ivr lint, one file'];
  printGoal('less than 0.4 s CPU', `${cpu.toFixed(2)} s`, cpu < 0.4);
}

async function growth(folder) {
  const sizes = [1_000, 10_000, 100_000];
  const file = (size) => join(folder, `of-${size}.ivr.yaml`);
  const nodes = sizes.map((size) => {
    const text = menuText(7, size);
    writeFileSync(file(size), text);
    return nodesIn(text);
  });
  const lint = (size) => [ivr, 'lint', '--fail-on', 'never', file(size)];
  const named = nodes.map((count) => `${count} nodes`);
  const commands = sizes.map((size, index) => [named[index], lint(size)]);
  const results = await measureInTurns({ [bare]: ['-e', '0'], ...Object.fromEntries(commands) }, 3);
  printTable('One file with more and more nodes', results, bare);
  const each = nodes.map((count, index) => (results[named[index]].cpu / count) * 1e6);
  console.log(`  microseconds CPU a node: ${each.map((one) => one.toFixed(0)).join(', ')}`);
  const ratio = each[2] / each[1];
  printGoal(
    'linear: the last tenfold costs at most 13 times as much',
    `${(10 * ratio).toFixed(1)} times`,
    ratio <= 1.3,
  );
}

/** Menus behind one branch, each of which leads there again and goes back: every pair is a way back. */
function hubText(count) {
  const ids = Array.from({ length: count }, (_, at) => `menu-${at}`);
  const cases = ids.map((id) => `{when: ${id}, to: ${id}}`).join(', ');
  const options = '[{key: "1", to: hub}, {key: "*", do: back}]';
  return [
    'ivr: 1\nid: hub\nlanguage: en\nentries: [{start: hub}]\nnodes:',
    `  hub: {kind: branch, on: {attribute: topic}, cases: [${cases}]}`,
    ...ids.map((id) => `  ${id}: {kind: menu, options: ${options}}`),
  ].join('\n');
}

async function waysBack(folder) {
  const sizes = [1_000, 4_000];
  const lint = sizes.map((size) => {
    const file = join(folder, `hub-of-${size}.ivr.yaml`);
    writeFileSync(file, hubText(size));
    return [`${size} menus`, [ivr, 'lint', '--fail-on', 'never', file]];
  });
  const results = await measureInTurns({ [bare]: ['-e', '0'], ...Object.fromEntries(lint) }, 3);
  printTable('One file whose menus all go back', results, bare);
  const ratio = results[lint[1][0]].cpu / results[lint[0][0]].cpu;
  printGoal('four times the menus cost at most 5 times as much', ratio.toFixed(1), ratio <= 5);
}

async function manyFiles(folder) {
  const menus = join(folder, 'many');
  const files = manyMenus;
  const nodes = writeMenus(menus, files, 50);
  const name = `ivr lint, ${files} files of ${nodes} nodes`;
  const baseline = 'yaml alone reads them';
  const results = await measureInTurns(
    {
      [baseline]: ['bench/baselines/parse-yaml.mjs', menus],
      [name]: [ivr, 'lint', '--fail-on', 'never', menus],
    },
    1,
  );
  printTable('Many files in one run', results, baseline);
  console.log(`  ${(files / results[name].seconds).toFixed(0)} files a second`);
}

async function besideSpectral(folder) {
  const spectral = installSpectral();
  if (spectral === undefined) {
    console.log('\nSpectral could not be installed: nothing is compared with it.');
    return;
  }
  const { rules } = await import('../dist/check.js');
  const menus = join(folder, 'many');
  const files = manyMenus;
  const ruleset = join(folder, 'trivial.json');
  writeRuleset(ruleset, rules.length);
  const theirs = `Spectral, ${rules.length} trivial rules`;
  const ours = `ivr lint, ${rules.length} rules or fewer`;
  const results = await measureInTurns(
    {
      [theirs]: [spectral, 'lint', `${menus}/*.yaml`, '--ruleset', ruleset, '--quiet'],
      [ours]: [ivr, 'lint', '--preset', 'strict', '--fail-on', 'never', menus],
    },
    1,
  );
  printTable(`${files} files beside Spectral`, results, theirs);
  const speed = ({ seconds }) => files / seconds;
  const ratio = speed(results[ours]) / speed(results[theirs]);
  console.log(
    `  files a second: ${speed(results[theirs]).toFixed(0)} and ${speed(results[ours]).toFixed(0)}`,
  );
  const cpu = results[theirs].cpu / results[ours].cpu;
  console.log(`  by the seconds passed, threads and all; by CPU it is ${cpu.toFixed(1)} times`);
  printGoal('5 times the files a second', `${ratio.toFixed(1)} times`, ratio >= 5);
}

/** How long checking takes: one file, one large file, many files, and beside another linter. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'ivrkit-bench-'));
  try {
    await oneFile();
    await growth(folder);
    await waysBack(folder);
    await manyFiles(folder);
    await besideSpectral(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
