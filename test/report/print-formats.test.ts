import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { printScript } from '../../src/print/print-script.ts';
import { promptList } from '../../src/print/prompt-list.ts';
import { printToHtml } from '../../src/report/print-html.ts';
import { printToMarkdown } from '../../src/report/print-markdown.ts';
import { printStyle, printStyleHash } from '../../src/report/print-style.ts';
import { printToText } from '../../src/report/print-text.ts';
import { promptsToCsv } from '../../src/report/prompts-csv.ts';
import { loadSample } from '../support/sample-menus.ts';
import { flowOf } from '../support/script-of.ts';

const hostile = flowOf(`  main:
    kind: menu
    title: "</style><script>alert(1)</script> | @all [a](javascript:x) \\u202egnp.exe"
    say: "=cmd|'/C calc'!A0 <img src=x onerror=alert(1)> & \\"quoted\\""
    options:
      - {key: "1", title: "<b>", say: "+SUM(1) مرحبا بكم اضغط 1", to: main}
      - {key: "2", title: "日本語サポート", say: "${'長'.repeat(2000)}", to: "a"}
  a: {kind: transfer, number: "@SUM(A1)"}
`);

describe('a printed menu', () => {
  test('allows its own style and nothing else to a browser', () => {
    const hash = createHash('sha256').update(printStyle).digest('base64');
    expect(printStyleHash).toBe(`sha256-${hash}`);
    const page = printToHtml(printScript(hostile));
    expect(page).toContain(`content="default-src 'none'; style-src '${printStyleHash}'`);
    expect(page).not.toMatch(
      /<script|<img|<b>|onerror=alert\(1\)>|\u202e|url\(|https?:|<\/style>.*<\/style>/s,
    );
    expect(page).toContain('<bdi lang="en">');
  });

  test('links only to what is on the page', () => {
    const { flow, directory } = loadSample('northwind-bank');
    const page = printToHtml(
      printScript(flow, { directory: directory.directory, languages: ['en', 'el'] }),
    );
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('shows hostile words as words in Markdown and in plain text', () => {
    const markdown = printToMarkdown(printScript(hostile));
    expect(markdown).not.toMatch(/(?<!\\)<(?!!-- -->)|@all|(?<!\\)\]\(|\u202e/);
    for (const line of markdown.split('\n').filter((one) => one.startsWith('| ')))
      expect([3, 4]).toContain(line.match(/(?<!\\)\|/g)?.length);
    expect(printToText(printScript(hostile))).not.toMatch(/[\u202e\u0007]/);
  });

  test('lists prompts that no spreadsheet takes for formulas', () => {
    const csv = promptsToCsv(promptList(hostile));
    expect(csv).toMatch(/^id,language,text,seconds,basis,recording,used\n/);
    expect(csv).not.toMatch(/(^|,)"?[=+\-@]/m);
    expect(csv).toContain(`"'=cmd|'/C calc'!A0`);
  });

  test('breaks plain text at 78 columns', () => {
    const { flow } = loadSample('northwind-bank');
    const lines = printToText(printScript(flow)).split('\n');
    expect(lines.filter((line) => line.length > 78)).toEqual([]);
  });
});
