import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIvr } from '../support/run-ivr.ts';

const folder = mkdtempSync(join(tmpdir(), 'ivr-design-'));
/** The figures of the published tables. */
const published = ['--header', '1', '--press', '2', '--pause', '0', '--label-seconds', '3'];

interface Printed {
  readonly secondsPerCall: number;
  readonly bound: number;
  readonly optimal: boolean;
  readonly menu: {
    readonly options: readonly { readonly reason?: string; readonly menu?: object }[];
  };
  readonly leftOut: readonly { readonly reason: string }[];
}

async function design(table: string, ...args: readonly string[]): Promise<Printed> {
  const command = ['design', '-', '--format', 'json', ...args];
  const { code, stdout, stderr } = await runIvr(command, { stdin: table });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Printed;
}

const tableOf = (volumes: readonly number[]): string =>
  [
    'reason,label,volume',
    ...volumes.map(
      (volume, i) =>
        `r${i},reason ${'abcdefghijklmnopqrstuvwxyz'[i % 26]}${i > 25 ? 'x' : ''},${volume}`,
    ),
  ].join('\n');
const byRank = (count: number) =>
  tableOf(Array.from({ length: count }, (_, i) => Number((1000 / (i + 1)).toFixed(9))));
const alike = (count: number) => tableOf(Array.from({ length: count }, () => 1));

describe('ivr design with the figures of published tables', () => {
  test('options of 8, 2, 3 and 4 s take 13 s in one menu', async () => {
    const table =
      'reason,label,volume,seconds\na,first,.4,8\nb,second,.1,2\nc,third,.3,3\nd,fourth,.2,4\n';
    const { secondsPerCall, optimal, menu } = await design(table, ...published);
    expect(secondsPerCall).toBe(13);
    expect(optimal).toBe(true);
    expect(menu.options[0]?.reason).toBe('c');
  });

  test('half, a fifth, a fifth and a tenth of the calls take 8.7 s', async () => {
    const { secondsPerCall, optimal } = await design(tableOf([5, 2, 2, 1]), ...published);
    expect({ secondsPerCall, optimal }).toEqual({ secondsPerCall: 8.7, optimal: true });
  });

  test.each([
    [6, 4, 11.3673],
    [8, 4, 13.1091],
    [12, 4, 15.1444],
    [6, 9, 10.3469],
    [8, 9, 11.8305],
    [12, 9, 13.7748],
  ])('%i reasons by rank in menus of %i take %d s', async (count, width, seconds) => {
    const printed = await design(byRank(count), '--width', `${width}`, ...published);
    expect(printed.secondsPerCall).toBeCloseTo(seconds, 4);
    expect(printed.optimal).toBe(true);
    expect(printed.bound).toBeLessThan(seconds);
  });

  test.each([
    [4, 2, 5],
    [4, 9, 3.5],
    [8, 4, 5.25],
    [8, 9, 5],
    [12, 4, 6.1667],
    [32, 2, 12.4375],
    [32, 9, 7.875],
    [64, 2, 14.875],
    [64, 4, 10.0625],
    [64, 9, 9.328125],
  ])(
    '%i reasons that are wanted alike in menus of %i take %d options',
    async (count, width, units) => {
      const printed = await design(alike(count), '--width', `${width}`, ...published);
      expect(printed.secondsPerCall / 3).toBeCloseTo(units, 4);
      expect(printed.optimal).toBe(true);
    },
  );

  test('the worked tree of accounts, cards, loans and an agent is flat: 11.64 s, the bound 11.3712 s', async () => {
    const volumes = [0.05, 0.3, 0.03, 0.12, 0.06, 0.02, 0.04, 0.08, 0.3];
    const printed = await design(tableOf(volumes), ...published);
    expect(printed.secondsPerCall).toBe(11.64);
    expect(printed.bound).toBeCloseTo(11.3712, 4);
    expect(printed.menu.options.every(({ menu }) => menu === undefined)).toBe(true);
  });

  test('a silence before each menu is told apart from that behind options', async () => {
    const without = await design(byRank(3), ...published);
    const entry = await design(byRank(3), ...published, '--entry', '0.5');
    expect(entry.secondsPerCall - without.secondsPerCall).toBeCloseTo(0.5, 6);
  });
});

describe('ivr design', () => {
  test('writes a menu that the linter has nothing against but its width', async () => {
    const file = join(folder, 'new.ivr.yaml');
    const args = ['menus/contact-reasons.csv', '--title', 'Northwind Bank', '-o', file];
    const { code, stdout } = await runIvr(['design', ...args]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^No menu for this demand can take less than \d+\.\d s; this one takes \d+\.\d s/m,
    );
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('For your balance, press 1.');
    const lint = await runIvr(['lint', file, '--format', 'json', '--fail-on', 'warning']);
    expect(lint.code).toBe(0);
  });

  test('offers the most wanted with a share of the calls, and says plainly who has none', async () => {
    const { stdout } = await runIvr(['design', 'menus/contact-reasons.csv', '--share', '80%']);
    expect(stdout).toContain(
      'have no option: those callers hear the whole first menu and ask for a person.',
    );
    const printed = await design(byRank(30), '--share', '80%', ...published);
    expect(printed.leftOut.map(({ reason }) => reason)).toContain('r29');
    expect(printed.leftOut.map(({ reason }) => reason)).not.toContain('r0');
    expect(printed.bound).toBeLessThanOrEqual(printed.secondsPerCall);
  });

  test('keeps pins in the first menu, on their keys', async () => {
    const printed = await design(byRank(12), '--width', '4', '--pins', 'r11=2,r10', ...published);
    const first = printed.menu.options.map(({ reason }) => reason);
    expect(first[1]).toBe('r11');
    expect(first).toContain('r10');
  });

  test.each([
    [['--pins', 'r99'], 'The table has no reason "r99" to pin.'],
    [['--pins', 'r1=2,r2=2'], '"r1" and "r2" can\'t both have key 2.'],
    [['--groups', 'Cards'], 'The table has no group "Cards".'],
    [['--width', '2', '--depth', '2'], "12 reasons don't fit into menus of 2 options, 2 deep."],
    [['--width', '12'], "Menus can't have 12 options."],
    [['--depth', '0'], "Menus can't be 0 deep."],
    [['--press', '-1'], 'It takes seconds, like 1.6.'],
    [['--share', '120%'], 'It takes a share of the calls, like 80%.'],
    [['--pins', '=3'], 'It takes reasons, like complaint,outage=1.'],
    [['--groups', 'A+,B'], 'It takes keep, any, or groups like Cards+Loans.'],
  ])('refuses %j and says what is wrong', async (args, message) => {
    const { code, stderr } = await runIvr(['design', '-', ...args], { stdin: byRank(12) });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('tells every bad row at its place, and no table as a table', async () => {
    const bad = 'reason,label,volume\nx,the x,many\n,the y,1\nz,,2\n';
    const { code, stderr } = await runIvr(['design', '-'], { stdin: bad });
    expect(code).toBe(2);
    for (const part of ['-:2:9', '"many" is not a number of calls', '-:3:1', '-:4:1'])
      expect(stderr).toContain(part);
    const none = await runIvr(['design', '-'], { stdin: '' });
    expect(none.code).toBe(2);
  });
});
