import { beforeAll, describe, expect, test } from '@jest/globals';
import { writeFileSync, mkdtempSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIvr } from '../../support/run-ivr.ts';
import { sampleMenus, type SampleMenu } from '../../support/sample-menus.ts';

const reportOf = async (name: SampleMenu, ...options: readonly string[]): Promise<string> => {
  const log = ['--log', `sample-logs/${name}.csv`];
  const { stdout, stderr, code } = await runIvr([
    ...['report', `menus/${name}.ivr.yaml`, ...log],
    ...options,
  ]);
  expect([stderr, code]).toEqual(['', 0]);
  return stdout;
};

const headings = (page: string): readonly string[] =>
  [...page.matchAll(/<h2 [^>]*>([^<]*)<\/h2>/g)].map(([, text]) => text ?? '');

/** What the page is without its style and its program, and without markup. */
const wordsOf = (page: string): string =>
  page
    .replace(/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

/** Attributes of elements that would run something. */
const handlersIn = (page: string): readonly string[] =>
  [...page.replace(/<script>[\s\S]*?<\/script>/g, '').matchAll(/<[a-z][^>]*>/g)]
    .map(([tag]) => tag.replaceAll(/="[^"]*"/g, ''))
    .filter((tag) => /\son[a-z]/.test(tag));

const pages = new Map<SampleMenu, string>();
beforeAll(async () => {
  for (const name of sampleMenus) pages.set(name, await reportOf(name));
});
const pageOf = (name: SampleMenu): string => pages.get(name) ?? '';

describe('the page of a report', () => {
  test('has all its parts, in the order in which a manager reads', () => {
    expect(headings(pageOf('northwind-bank'))).toEqual([
      'In short',
      'The menu',
      'The paths that calls took',
      'How calls ended',
      'Where callers are lost',
      'Second by second',
      'What callers call for',
      'What options cost',
      'What would make calls shorter',
      'Mistakes in the menu',
      'Does every caller get somewhere?',
      'When lines are open',
      'Everything else in the log',
      'Every step',
      'How it is counted',
    ]);
  });

  test('says in plain words what callers do, where they are lost, and what is sure', () => {
    const words = wordsOf(pageOf('northwind-bank')).replaceAll('\u00a0', ' ');
    for (const sentence of [
      'Of 3,000 calls, 50.9 % were served without a person, 33.4 % reached people, 4.0 % gave up while waiting and 2.8 % left a message.',
      '267 calls (8.9 %) ended in the menus without success.',
      'The change that saves most is at “Main menu”: 3.1 s a call, between 2.9 and 3.3 s (supported).',
      '3,000 of 3,000 calls took only paths that this menu has; 0 of 40,704 rows could not be used.',
      'It is proved that every caller gets somewhere, whatever they press and at every hour of a year.',
    ])
      expect(words).toContain(sentence);
    expect(words).toMatch(
      /The change that saves most is at “Main menu”: [\d.]+ s a call, between [\d.]+ and [\d.]+ s \(supported\)\./,
    );
  });

  test('proposes the changes of ivr suggest, and the command that makes them', async () => {
    const words = wordsOf(pageOf('northwind-bank'));
    const { stdout } = await runIvr([
      ...['suggest', 'menus/northwind-bank.ivr.yaml', '--log', 'sample-logs/northwind-bank.csv'],
    ]);
    const titles = [...stdout.matchAll(/^\d+\. (.*)$/gm)].map(([, title]) => title ?? '');
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) expect(words).toContain(title);
    expect(words).toContain(
      `ivr suggest menus/northwind-bank.ivr.yaml --log sample-logs/northwind-bank.csv --apply ${titles.map((_, index) => index + 1).join(',')} -o northwind-bank.shorter.ivr.yaml`,
    );
  });

  test('numbers badges in the picture as the list of findings does, most calls first', () => {
    const page = pageOf('broken-line');
    const listed = [...page.matchAll(/<li value="(\d+)" id="finding_\d+"/g)].map(([, n]) => n);
    expect(listed).toEqual(listed.map((_, index) => String(index + 1)));
    const badges = [...page.matchAll(/data-findings="([\d ]+)"/g)].flatMap(([, n]) =>
      (n ?? '').split(' '),
    );
    expect(badges.length).toBeGreaterThan(5);
    expect(badges.every((number) => listed.includes(number))).toBe(true);
    const met = [...page.matchAll(/met by ([\d,]+) calls/g)].map(([, n]) =>
      Number(n?.replace(',', '')),
    );
    expect(met).toEqual([...met].sort((a, b) => b - a));
  });

  test.each(sampleMenus)('%s stays under a megabyte and asks for nothing from anywhere', (name) => {
    const page = pageOf(name);
    expect(Buffer.byteLength(page)).toBeLessThan(1_000_000);
    const outside = page
      .replaceAll('http://www.w3.org/2000/svg', '')
      .replace(/<script>[\s\S]*?<\/script>/, '');
    expect(outside).not.toMatch(
      /https?:\/\/|@import|url\((?!#(?:Week|Ways)_)|<link|<img|<iframe| style=/,
    );
  });

  test.each(sampleMenus)('%s lets nothing run but its own program and style', (name) => {
    const page = pageOf(name);
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const between = (tag: string) =>
      [...page.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, t]) => t ?? '');
    const [script = '', ...scripts] = between('script');
    const [style = '', ...styles] = between('style');
    expect([...scripts, ...styles]).toEqual([]);
    expect(page).toContain(
      `content="default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'"`,
    );
    expect(handlersIn(page)).toEqual([]);
  });

  test('no id stands twice, and every link within the page leads somewhere', () => {
    for (const page of pages.values()) {
      const markup = page.replace(/<script>[\s\S]*?<\/script>/, '');
      const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '');
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      const links = [...markup.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id ?? '');
      expect(links.length).toBeGreaterThan(30);
      expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  test('shows every table of the log once', () => {
    const names = [...pageOf('northwind-bank').matchAll(/ data-name="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(expect.arrayContaining(['outcomes', 'drop-outs', 'listening-parts']));
    expect(names).toHaveLength(new Set(names).size);
  });

  test('is the same every time', async () => {
    const again = await reportOf('broken-line');
    expect(again).toBe(pageOf('broken-line'));
  });

  test('tells what is known without a log, and says that nothing is known of calls', async () => {
    const { stdout } = await runIvr([
      ...['report', 'menus/harbour-clinic.ivr.yaml', '--day', '2026-03-02'],
    ]);
    expect(headings(stdout)).toEqual([
      'In short',
      'The menu',
      'Mistakes in the menu',
      'Does every caller get somewhere?',
      'When lines are open',
      'Every step',
      'How it is counted',
    ]);
    expect(wordsOf(stdout)).toContain('it is unknown what callers do');
  });

  test('concludes nothing from the log of another menu', async () => {
    const { stdout } = await runIvr([
      ...['report', 'menus/harbour-clinic.ivr.yaml', '--log', 'sample-logs/meridian-air.csv'],
    ]);
    expect(headings(stdout)).not.toContain('How calls ended');
    expect(wordsOf(stdout)).toContain('The log and the menu do not match');
  });

  test('offers no command for some calls of a log, of which ivr suggest knows nothing', async () => {
    const page = await reportOf('harbour-clinic', '--from', '2026-02-16');
    expect(wordsOf(page)).not.toContain('--apply');
    expect(page).not.toContain('type="checkbox"');
  });
});

const labels = [
  '</script><script>document.title="owned"</script>',
  '</title></style><img src=x onerror=alert(1)>',
  `=cmd|' /C calc'!A0`,
  '\u202eevil\u2066 name',
  'W'.repeat(10_000),
  '👩‍👩‍👧‍👦🇬🇷 نص عربي',
  '" onmouseover="alert(1)',
];

describe('labels that try to be something else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ivrkit-'));
  const options = labels.map(
    (label, index) =>
      `      - {key: "${index + 1}", title: ${JSON.stringify(label)}, say: ${JSON.stringify(label)}, reason: r${index}, to: step-${index}}`,
  );
  const steps = labels.map(
    (label, index) =>
      `  step-${index}: {kind: announcement, title: ${JSON.stringify(label)}, say: ${JSON.stringify(label)}, to: bye}`,
  );
  const text = `ivr: 1
id: hostile
title: ${JSON.stringify(labels[0])}
language: en
entries: [{start: main}]
nodes:
  main:
    kind: menu
    title: ${JSON.stringify(labels[1])}
    options:
${options.join('\n')}
    noInput: {to: bye}
    noMatch: {to: bye}
${steps.join('\n')}
  bye: {kind: hangup}
`;
  const rows = labels.flatMap((_, index) =>
    Array.from({ length: 40 }, (_, call) => {
      const at = (second: number) =>
        new Date(Date.UTC(2026, 2, 2, 9, call % 60, second)).toISOString();
      const id = `c${index}-${call}`;
      return [
        `${id},${at(0)},start,,`,
        `${id},${at(1)},enter,main,`,
        ...(call % 4 === 0
          ? [`${id},${at(3)},hangup,,`]
          : [
              `${id},${at(3)},input,,${index + 1}`,
              `${id},${at(4)},enter,step-${index},`,
              `${id},${at(9)},enter,bye,`,
              `${id},${at(10)},disconnect,,`,
            ]),
      ].join('\n');
    }),
  );
  writeFileSync(join(folder, 'hostile.ivr.yaml'), text);
  writeFileSync(join(folder, 'calls.csv'), `call,at,event,node,value\n${rows.join('\n')}\n`);
  const run = (...more: readonly string[]) =>
    runIvr(['report', 'hostile.ivr.yaml', '--log', 'calls.csv', ...more], { cwd: folder });

  test('do nothing in the page but show', async () => {
    const { stdout, code, stderr } = await run();
    expect([code, stderr]).toEqual([0, '']);
    expect(headings(stdout)).toContain('How calls ended');
    expect(stdout.match(/<script/g)).toHaveLength(1);
    expect(stdout).not.toMatch(/<img|<\/style>[\s\S]*<\/style>/);
    expect(handlersIn(stdout)).toEqual([]);
    expect(stdout).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(stdout).not.toContain('W'.repeat(500));
    expect(stdout).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  test('are no formulas in tables that are downloaded from the page', async () => {
    const { stdout } = await run();
    const cells = [...stdout.matchAll(/data-csv="([^"]*)"/g)].flatMap(([, csv]) =>
      (csv ?? '').split(','),
    );
    expect(cells.filter((cell) => /^(&quot;)?[=+@]/.test(cell))).toEqual([]);
  });

  test('are no markup in Markdown and no formulas in CSV', async () => {
    const { stdout } = await run('--format', 'md');
    expect(stdout).toContain('What would make calls shorter');
    expect(stdout).not.toMatch(/(?<!\\)<(?!!--)/);
    const { code } = await run('--format', 'csv', '-o', 'tables');
    expect(code).toBe(0);
  });
});
