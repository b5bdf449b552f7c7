import { describe, expect, test } from '@jest/globals';
import { runIvr } from '../support/run-ivr.ts';

const bank = 'menus/northwind-bank.ivr.yaml';
const monday = '2026-11-30 14:10';

interface CallJson {
  readonly at: string;
  readonly drills: readonly string[];
  readonly steps: readonly { readonly node: string; readonly at: string }[];
  readonly end: { readonly node: string; readonly queue: string; readonly outcome: string };
}

async function json(...args: readonly string[]): Promise<CallJson> {
  const { stdout, stderr } = await runIvr(['call', bank, '--format', 'json', ...args]);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as CallJson;
}

describe('ivr call', () => {
  test('tells each step with its clock, and where the call ends', async () => {
    const { code, stdout } = await runIvr(['call', bank, '--at', monday, '--keys', '0']);
    expect(code).toBe(0);
    expect(stdout).toContain('called on Monday 2026-11-30 14:10, America/New_York, in en');
    expect(stdout).toContain('14:10:03      3.0 s  main');
    expect(stdout).toContain('pressed 0 at 21.0 s → adviser');
    expect(stdout).toMatch(/ends at general-desk after .* s: opted-out\n"I got through to General/);
  });

  test('says of a value that is set and that no branch asks for', async () => {
    const told = async (...known: readonly string[]) =>
      (await runIvr(['call', bank, '--at', monday, '--keys', '0', '--set', ...known])).stdout;
    expect(await told('purpose=balance')).not.toContain('No branch asks');
    expect(await told('purpse=balance', 'gold=yes')).toContain(
      'No branch asks for "purpse", so that changes nothing. Did you mean "purpose"?\nNo branch asks for "gold", so that changes nothing.\n',
    );
  });

  test('says of a language that nothing of the menu is in', async () => {
    const told = async (language: string) =>
      (await runIvr(['call', bank, '--at', monday, '--language', language])).stdout;
    expect(await told('fr')).toContain('Nothing of this menu is said in fr: it has en, ja, el.\n');
    for (const language of ['el', 'en-GB'])
      expect(await told(language)).not.toContain('Nothing of');
  });

  test('says where keys come from when the menu asks and none is given', async () => {
    const piped = await runIvr(['call', bank, '--at', monday], { stdin: '0' });
    expect(piped.stdout).toContain('goes on at main');
    expect(piped.stderr).toMatch(
      /^note: The menu asks, and no key was given\. .* --keys 2,1; --keys - reads them /,
    );
    const given = await runIvr(['call', bank, '--at', monday, '--keys', '3'], { stdin: '0' });
    expect(given.stderr).toBe('');
  });

  test('reads the keys from standard input where that is asked for, a line each or several', async () => {
    const listed = await runIvr(['call', bank, '--at', monday, '--keys', '3,digits:8']);
    expect(listed.stdout).toContain('entered 8 digits');
    for (const stdin of ['3\ndigits:8\n', '\ufeff3\r\n\r\ndigits:8', '3, digits:8\n'])
      expect(await runIvr(['call', bank, '--at', monday, '--keys', '-'], { stdin })).toEqual(
        listed,
      );
    const none = await runIvr(['call', bank, '--at', monday, '--keys', '-']);
    expect(none.stdout).toContain('goes on at main');
    const wrong = await runIvr(['call', bank, '--keys', '-'], { stdin: '3\nsilense\n' });
    expect(wrong.stderr).toContain('"silense" is not something that a caller does.');
    const both = await runIvr(['call', '-', '--keys', '-'], { stdin: 'ivr: 1' });
    expect(both).toMatchObject({ code: 2, stdout: '' });
    expect(both.stderr).toContain("can't both come from standard input");
  });

  test('replays the same call from its exact actions, and in other zones the same bytes', async () => {
    const keys = await runIvr(['call', bank, '--at', monday, '--keys', '0', '-f', 'json']);
    const actions = '[{"do":"next"},{"do":"next"},{"do":"press","key":"0"}]';
    const exact = await runIvr(['call', bank, '--at', monday, '--actions', actions, '-f', 'json']);
    expect({ ...(JSON.parse(exact.stdout) as object), actions: 0 }).toEqual({
      ...(JSON.parse(keys.stdout) as object),
      actions: 0,
    });
  });

  test('meets what is closed at that moment, and what fails', async () => {
    expect((await json('--at', '2026-12-05 14:10')).steps[1]?.node).toBe('closed-notice');
    const drilled = await json('--at', monday, '--keys', '0', '--drill', 'site:albany');
    expect(drilled.drills).toEqual(['site:albany']);
    expect(drilled.end).toMatchObject({ node: 'goodbye', outcome: 'messaged' });
    const task = ['--keys', '3,digits:8', '--fail', 'task:balance', '--at', monday];
    expect((await json(...task)).steps.map(({ node }) => node)).toContain('balance');
  });

  test('begins at another entry, with its language, or the one that is asked for', async () => {
    const ends = async (...args: readonly string[]) =>
      (await json('--at', monday, ...args)).end as unknown as { language: string };
    expect((await ends('--entry', '2')).language).toBe('ja');
    expect((await ends('--entry', '2', '--language', 'el')).language).toBe('el');
  });

  test("says 1 where the call ends badly, 2 for what can't be asked, 0 where it goes on", async () => {
    const code = async (...args: readonly string[]) =>
      (await runIvr(['call', 'menus/broken-line.ivr.yaml', '--at', monday, ...args])).code;
    expect(await code()).toBe(0);
    expect(await code('--keys', 'silence,silence,silence,silence')).toBe(1);
    expect(await code('--actions', '[{"do":"answer"}]')).toBe(2);
    for (const wrong of [
      ['--keys', 'silense'],
      ['--at', 'someday'],
      ['--drill', 'queue:nowhere'],
      ['--entry', '7'],
      ['--entry', '0'],
      ['--language', '!!'],
      ['--set', 'gold'],
      ['--keys', '1', '--actions', '[]'],
    ])
      expect({ wrong, code: await code(...wrong) }).toEqual({ wrong, code: 2 });
  });

  test('never prints the digits that are entered', async () => {
    const { stdout } = await runIvr(['call', bank, '--at', monday, '--keys', '3,48151623#']);
    expect(stdout).toContain('entered 9 digits');
    expect(stdout).not.toContain('48151623');
  });
});
