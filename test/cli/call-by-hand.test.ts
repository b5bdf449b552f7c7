import { describe, expect, test } from '@jest/globals';
import { run } from '../../src/cli/run.ts';
import { projectFolder } from '../support/run-ivr.ts';

interface AtHand {
  readonly code: number;
  readonly screen: string;
  /** Every change of the terminal's mode. */
  readonly raw: readonly boolean[];
}

/** Calls a menu at a terminal; each text is what the terminal sends at once. */
async function callWith(chunks: readonly string[], ...args: readonly string[]): Promise<AtHand> {
  let screen = '';
  const raw: boolean[] = [];
  async function* typed(): AsyncGenerator<Uint8Array> {
    for (const chunk of chunks) {
      await Promise.resolve();
      yield new TextEncoder().encode(chunk);
    }
  }
  const stdin = Object.assign(typed(), { isTTY: true, setRawMode: (on: boolean) => raw.push(on) });
  const stdout = { write: (text: string) => (screen += text), isTTY: true, columns: 60 };
  const code = await run(
    ['call', 'menus/northwind-bank.ivr.yaml', '--at', '2026-11-30 14:10', ...args],
    { stdin, stdout, stderr: stdout, env: { NO_COLOR: '1' }, cwd: projectFolder },
  );
  return { code, screen, raw };
}

const lastLines = ({ screen }: AtHand, count: number) => screen.trimEnd().split('\n').slice(-count);

describe('a call at the terminal', () => {
  test('goes along the keys as they are pressed, and gives the terminal back', async () => {
    const call = await callWith(['0']);
    expect(call.screen).toContain('pressed 0 at 21.0 s → adviser');
    expect(lastLines(call, 1)).toEqual(['The same call: --keys 0']);
    expect(call).toMatchObject({ code: 0, raw: [true, false] });
  });

  test('is left with Ctrl-C at any moment', async () => {
    const call = await callWith(['3', '48\u0003']);
    expect(lastLines(call, 3)).toEqual([
      'goes on at identify, 12.4 s so far',
      '"They are waiting for what I do next."',
      'The same call: --keys 3',
    ]);
    expect(call).toMatchObject({ code: 0, raw: [true, false] });
    expect((await callWith([])).screen).toContain('goes on at main');
  });

  test('counts the digits that are entered, and shows none of them', async () => {
    const call = await callWith(['3', '4815\u007f1623#', '\u0004']);
    expect(call.screen).toContain('entered 7 digits');
    expect(call.screen).not.toMatch(/4815|1623/);
    const entered = await callWith(['3', '48151623\r', '\u0004']);
    expect(entered.screen).toContain('entered 8 digits at 16.3 s → verify');
    expect(entered.screen).toContain('--keys 3,digits:8');
  });

  test('stays silent on Enter, hangs up on h, and lists the ways on ?', async () => {
    const call = await callWith(['?', '\r', 'h']);
    expect(call.screen).toContain('0        → adviser\n');
    expect(call.screen).toContain('said nothing at 31.6 s: asked again');
    expect(lastLines(call, 3)).toEqual([
      expect.stringMatching(/^ends at main after .* s: hung-up$/),
      '"I hung up, and have nothing of what I called for."',
      'The same call: --keys silence,hangup',
    ]);
  });

  test('takes no notice of arrows and other signs', async () => {
    const call = await callWith(['\u001b[A\u001bOPx€\u0007', '0']);
    expect(call.screen).toContain('--keys 0');
  });

  test('prints what is heard in the language of the caller, in whole', async () => {
    const { screen } = await callWith(['\u0003'], '--language', 'ja');
    expect(screen).toContain('ノースウィンド銀行です。通話は録音');
    expect(screen).not.toContain('…');
  });
});
