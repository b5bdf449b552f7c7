import { expect, test } from '@jest/globals';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { keyPaths } from '../../src/flow/key-paths.ts';
import { parseScript } from '../../src/script/parse-script.ts';

function pathsOf(text: string) {
  const head = 'ivr: 1\nid: a\nlanguage: en\nentries: [{start: main}]\nnodes:\n';
  const { document } = parseScript({ path: 'a.ivr.yaml', text: head + text });
  if (document === undefined) throw new Error('no script');
  return Object.fromEntries(
    [...keyPaths(buildCallFlow(document.script))].map(([id, steps]) => [
      id,
      steps.map(({ trigger, value }) => value || trigger).join(' '),
    ]),
  );
}

test('callers press as few keys as will do, and are silent only where nothing else leads there', () => {
  expect(
    pathsOf(`
  main:
    kind: menu
    say: Press 1 or 2.
    options: [{key: "1", to: second}, {key: "2", to: deep}]
    noInput: {to: silent}
  second:
    kind: menu
    say: Press 3.
    options: [{key: "3", to: target}]
    noInput: {to: target}
  deep: {kind: announcement, say: Well., to: deeper}
  deeper: {kind: announcement, say: Well., to: target}
  target: {kind: queue, queue: x, overflow: {after: 1m, to: later}, closed: shut}
  silent: {kind: hangup}
  later: {kind: hangup}
  shut: {kind: hangup}
  lost: {kind: hangup}
`),
  ).toEqual({
    main: '',
    second: '1',
    deep: '2',
    deeper: '2',
    target: '2',
    silent: 'noInput',
    later: '2 overflow',
    shut: '2 closed',
  });
});
