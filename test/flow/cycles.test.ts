import { describe, expect, test } from '@jest/globals';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { cyclesOf } from '../../src/flow/cycles.ts';
import { reachable } from '../../src/flow/reach.ts';
import { parseScript } from '../../src/script/parse-script.ts';
import type { Script } from '../../src/script/script.ts';

function scriptOf(nodes: string): Script {
  const text = `ivr: 1\nid: t\nlanguage: en\nentries: [{start: a}]\nnodes:\n${nodes}`;
  const { document, findings } = parseScript({ path: 't.ivr.yaml', text });
  if (document === undefined)
    throw new Error(findings.map((finding) => finding.message).join('\n'));
  return document.script;
}

describe('cycles of a flow', () => {
  test('a chain of 100,000 announcements is walked without overflowing the stack', () => {
    const nodes = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [
        index === 0 ? 'a' : `a${index}`,
        { kind: 'announcement', to: index === 99_999 ? 'a' : `a${index + 1}` },
      ]),
    );
    const script = {
      ivr: 1,
      id: 't',
      language: 'en',
      entries: [{ start: 'a' }],
      nodes,
    } as unknown as Script;
    const flow = buildCallFlow(script);
    expect(reachable(flow).size).toBe(100_000);
    expect(cyclesOf(flow).map((cycle) => cycle.length)).toEqual([100_000]);
  });

  test('an option that goes back makes a cycle with the menu before it', () => {
    const flow = buildCallFlow(
      scriptOf(`  a: {kind: menu, options: [{key: "1", to: b}]}
  b: {kind: announcement, to: c}
  c: {kind: menu, options: [{key: "*", do: back}, {key: "1", to: d}]}
  d: {kind: hangup}`),
    );
    expect(cyclesOf(flow)).toEqual([['a', 'b', 'c']]);
  });
});
