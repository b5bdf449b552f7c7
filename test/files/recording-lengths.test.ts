import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withRecordingLengths } from '../../src/files/recording-lengths.ts';
import { promptsIn } from '../../src/script/prompts-in.ts';
import { chunk, formatChunk, frame, mp3, silence, times, wav } from '../support/recordings.ts';
import { runIvr } from '../support/run-ivr.ts';
import { documentOf } from '../support/script-of.ts';

let outside = '';
let folder = '';
const tone = (seconds: number) => wav(formatChunk({}), chunk('data', silence(16_000 * seconds)));

beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), 'ivrkit-'));
  folder = join(outside, 'menus');
  mkdirSync(join(folder, 'prompts'), { recursive: true });
  writeFileSync(join(folder, 'prompts/hello.wav'), tone(4));
  writeFileSync(join(folder, 'prompts/bills.mp3'), mp3(times(100, frame())));
  writeFileSync(join(folder, 'prompts/notes.txt'), tone(4));
  writeFileSync(join(folder, 'prompts/broken.wav'), 'no sound at all');
  writeFileSync(join(outside, 'secret.wav'), tone(9));
  symlinkSync(join(outside, 'secret.wav'), join(folder, 'prompts/link.wav'));
  mkdirSync(join(folder, 'prompts/folder.wav'));
});
afterAll(() => {
  rmSync(outside, { recursive: true });
});

/** The lengths of what a script says, prompt by prompt. */
async function lengthsOf(nodes: string, head = ''): Promise<readonly unknown[]> {
  const { script } = documentOf(nodes, head);
  const known = await withRecordingLengths(script, join(folder, 'menu.ivr.yaml'));
  return Object.values(known.nodes).flatMap((node) =>
    promptsIn(node).map(({ prompt }) => prompt.length),
  );
}

const say = (recording: string) => `
  a: {kind: announcement, say: {recording: ${recording}}, to: b}
  b: {kind: hangup}`;

describe('recordings without a length', () => {
  test('have that of their file, in menus, options and retries', async () => {
    expect(
      await lengthsOf(`
  main:
    kind: menu
    say: {recording: prompts/hello.wav}
    options:
      - {key: "1", say: {recording: prompts/bills.mp3}, to: end}
      - {key: "2", say: {recording: prompts/hello.wav, length: 7s}, to: end}
    noInput: {say: {recording: prompts/hello.wav}, to: end}
  end: {kind: hangup}`),
    ).toEqual([4, 2.612, 7, 4]);
  });

  test('have one for each language, if all of them are told', async () => {
    expect(await lengthsOf(say('{en: prompts/hello.wav, el: prompts/bills.mp3}'))).toEqual([
      { en: 4, el: 2.612 },
    ]);
    expect(await lengthsOf(say('{en: prompts/hello.wav, el: prompts/none.wav}'))).toEqual([
      undefined,
    ]);
  });

  test.each([
    ['outside the folder of the menu', '../secret.wav'],
    ['behind a link that leads outside', 'prompts/link.wav'],
    ['named from the root', '/etc/hello.wav'],
    ['on a server', '"https://example.com/hello.wav"'],
    ['not there', 'prompts/none.wav'],
    ['no recording', 'prompts/broken.wav'],
    ['a folder', 'prompts/folder.wav'],
    ['of another ending', 'prompts/notes.txt'],
  ])('stay without one where the file is %s', async (_, recording) => {
    expect(await lengthsOf(say(recording))).toEqual([undefined]);
  });

  test('are known to those who count what callers hear', async () => {
    const menu = (recording: string) =>
      `ivr: 1\nid: shop\nlanguage: en\nentries: [{start: a}]\nnodes:${say(recording)}\n`;
    writeFileSync(join(folder, 'shop.ivr.yaml'), menu('prompts/hello.wav'));
    writeFileSync(
      join(folder, 'calls.csv'),
      'call,at,event,node,value\n1,2026-03-02T08:00:00Z,enter,a,\n',
    );
    const args = ['suggest', 'shop.ivr.yaml', '--log', 'calls.csv', '--format', 'json'];
    const { stdout } = await runIvr(args, { cwd: folder });
    expect(JSON.parse(stdout)).toMatchObject({ current: { secondsPerCall: 4, unknownShare: 0 } });
  });
});
