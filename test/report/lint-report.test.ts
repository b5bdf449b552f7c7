import { describe, expect, test } from '@jest/globals';
import { lintResult } from '../../src/lint/lint-result.ts';
import { lintScript } from '../../src/lint/run-rules.ts';
import { lintToJson } from '../../src/report/lint-json.ts';
import { lintToText } from '../../src/report/lint-text.ts';
import { plain } from '../../src/report/paint.ts';
import type { Finding } from '../../src/source/finding.ts';
import { documentOf } from '../support/script-of.ts';

const { source, ...document } = documentOf(`  a: {kind: announcement, say: 查询, to: nowhere}
  b:
    kind: menu
    say: Press 1.
    options: [{key: "1", to: a}, {key: "1", to: a}]
    noInput: {to: a}
    noMatch: {to: a}`);
const result = lintResult(lintScript({ ...document, source }), [source], { files: 1, nodes: 2 });

describe('findings for people', () => {
  test('stand by file, with the lines, what else matters, what to do, and a sum', () => {
    expect(lintToText(result)).toBe(`test.ivr.yaml

  6:40 error missing-target
    A call that leaves "a" here is sent to "nowhere", which doesn't exist, and is lost.
    5 | nodes:
    6 |   a: {kind: announcement, say: 查询, to: nowhere}
      |                                          ^^^^^^^
    help: Add a node "nowhere", or lead the call to one that exists.

  7:3 error unreachable-node
    No caller ever comes to "b": no way leads from an entry to this menu.
    6 |   a: {kind: announcement, say: 查询, to: nowhere}
    7 |   b:
      |   ^
    help: Lead a way to "b", or remove it.

  10:40 error duplicate-key
    Callers who press 1 at "b" always get the first option with this key; this one can't be chosen.
     9 |     say: Press 1.
    10 |     options: [{key: "1", to: a}, {key: "1", to: a}]
       |                                        ^^^
    see 10:21, the first option with it
    help: Give this option a key of its own, and say it in the prompt.

1 file, 2 nodes: 3 errors
`);
  });

  test('say so when there are none', () => {
    const none = lintResult([], [], { files: 2, nodes: 1 });
    expect(lintToText(none)).toBe('2 files, 1 node: no problems found\n');
  });

  test('are coloured by whoever prints them, and only coloured', () => {
    const marked = { ...plain, red: (text: string) => `<${text}>` };
    const painted = lintToText(result, marked);
    expect(painted).toContain('6:40 <error> missing-target');
    expect(painted.replace(/[<>]/g, '')).toBe(lintToText(result));
  });

  test('hold nothing that could move a cursor, whatever the file says', () => {
    const [first] = result.findings;
    if (first === undefined) throw new Error('no finding');
    const nasty: Finding = {
      ...first,
      message: 'x\u001b[2Jy',
      at: { ...first.at, path: 'a\u001b]0;b' },
    };
    const text = lintToText(lintResult([nasty], [], { files: 1, nodes: 1 }));
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe('findings for programs', () => {
  const parsed = JSON.parse(lintToJson(result)) as Record<string, unknown>;

  test('are one document with a version, places, fingerprints and a summary', () => {
    expect(parsed['schemaVersion']).toBe(1);
    expect(parsed['summary']).toMatchObject({
      files: 1,
      nodes: 2,
      errors: 3,
      warnings: 0,
      infos: 0,
    });
    expect((parsed['findings'] as unknown[])[2]).toEqual({
      ruleId: 'duplicate-key',
      severity: 'error',
      message:
        'Callers who press 1 at "b" always get the first option with this key; this one can\'t be chosen.',
      path: 'test.ivr.yaml',
      start: { line: 10, column: 40 },
      end: { line: 10, column: 43 },
      related: [
        {
          message: 'the first option with it',
          path: 'test.ivr.yaml',
          start: { line: 10, column: 21 },
          end: { line: 10, column: 24 },
        },
      ],
      help: 'Give this option a key of its own, and say it in the prompt.',
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown,
    });
  });

  test('are the same bytes every time, with a line end behind', () => {
    expect(lintToJson(result)).toBe(lintToJson(result));
    expect(lintToJson(result).endsWith('}\n')).toBe(true);
  });
});
