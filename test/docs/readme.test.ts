import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder, runIvr } from '../support/run-ivr.ts';
import { expectGolden, isUpdating } from '../support/golden.ts';

const file = join(projectFolder, 'README.md');
const block = /```console\n([\s\S]*?)```/g;
/** A last line of this kind stands for the lines that are left out. */
const rest = '…';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'ivrkit-'));
  for (const folder of ['menus', 'sample-logs'])
    cpSync(join(projectFolder, folder), join(cwd, folder), { recursive: true });
});
afterAll(() => {
  rmSync(cwd, { recursive: true });
});

async function outputOf(command: string): Promise<readonly string[]> {
  const { stdout } = await runIvr(command.replace(/^ivr /, '').split(' '), { cwd });
  return stdout.trimEnd().split('\n');
}

/** The most lines of each block, so that the page stays a page. */
const longest: Readonly<Record<string, number>> = {
  lint: 11,
  prove: 10,
  replay: 13,
  suggest: 10,
  design: 14,
};

async function executed(command: string): Promise<string> {
  const lines = (await outputOf(command)).filter(
    (line, index, all) => index < all.length - 1 || line !== '',
  );
  const most = longest[command.split(' ')[1] ?? ''] ?? 20;
  const shown = lines.length > most ? [...lines.slice(0, most), rest] : lines;
  return [`$ ${command}`, ...shown.filter((line, index) => index > 0 || line !== '')]
    .join('\n')
    .trimEnd();
}

describe('the README', () => {
  test('every command in it prints what it says', async () => {
    const page = readFileSync(file, 'utf8');
    let real = '';
    let end = 0;
    for (const match of page.matchAll(block)) {
      const [whole, body = ''] = match;
      const command = /^\$ (ivr .*)$/m.exec(body)?.[1];
      const output = await executed(command ?? '');
      real += `${page.slice(end, match.index)}\`\`\`console\n${output}\n\`\`\``;
      end = match.index + whole.length;
    }
    real += page.slice(end);
    if (isUpdating) writeFileSync(file, real);
    else expect(page).toBe(real);
  });

  test('its picture is what ivr draw draws', async () => {
    const picture = join(projectFolder, 'docs/images/northwind-bank.svg');
    const args = [
      'draw',
      'menus/northwind-bank.ivr.yaml',
      '--log',
      'sample-logs/northwind-bank.csv',
    ];
    expectGolden(picture, (await runIvr(args)).stdout);
  });

  test('every link in it leads to something', () => {
    const page = readFileSync(file, 'utf8');
    const targets = [...page.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '');
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets)
      expect(() => readFileSync(join(projectFolder, target)).length).not.toThrow(/ENOENT/);
  });

  test('the list of pages names every page of the documentation', () => {
    const folder = join(projectFolder, 'docs');
    const list = readFileSync(join(folder, 'index.md'), 'utf8');
    const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'index.md');
    expect(pages.filter((name) => !list.includes(`](${name})`))).toEqual([]);
  });

  test('the two commands are scripts of the package', () => {
    const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(Object.keys(scripts)).toEqual(
      expect.arrayContaining(['start', 'test', 'prestart', 'pretest']),
    );
  });
});
