import { describe, expect, test } from '@jest/globals';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import type { Script } from '../../src/script/script.ts';
import { contactReasons } from '../../src/walk/contact-reasons.ts';
import { waysToReason } from '../../src/walk/ways-to-reason.ts';
import { flowOf } from '../support/script-of.ts';

const flow = flowOf(`
  main:
    kind: menu
    options:
      - {key: "1", reason: bill, to: desk}
      - {key: "2", to: more}
      - {key: "3", language: el, role: language, to: greek}
      - {key: "0", role: agent, to: desk}
  more:
    kind: menu
    options:
      - {key: "1", reason: move, to: ask}
      - {key: "2", reason: bill, to: desk}
      - {key: "9", do: back}
  greek: {kind: menu, options: [{key: "1", reason: move, to: ask}]}
  ask: {kind: collect, to: desk}
  desk: {kind: queue, queue: q}`);

describe('contact reasons', () => {
  test('the shares follow the law of Zipf and add up to one', () => {
    const shares = contactReasons(flow, 3).map(({ share }) => share);
    expect(shares.toSorted((a, b) => b - a)).toEqual([2 / 3, 1 / 3]);
  });

  test('each reason knows every option that serves it', () => {
    const bill = contactReasons(flow, 1).find(({ reason }) => reason === 'bill');
    expect(bill?.options).toEqual([
      { menu: 'main', option: 0 },
      { menu: 'more', option: 1 },
    ]);
  });

  test('the ranks are dealt out by the seed: every reason comes first for some of them', () => {
    const tops = Array.from({ length: 40 }, (_, seed) => contactReasons(flow, seed)).map(
      (reasons) => reasons.toSorted((a, b) => b.share - a.share)[0]?.reason,
    );
    expect(new Set(tops)).toEqual(new Set(['bill', 'move']));
  });

  test('a table of demand wins, in any unit; one that names no reason says nothing', () => {
    const shares = (demand: Record<string, number>) =>
      Object.fromEntries(
        contactReasons(flow, 1, demand).map(({ reason, share }) => [reason, share]),
      );
    expect(shares({ bill: 30, move: 10, gas: 60 })).toEqual({ bill: 0.75, move: 0.25 });
    expect(shares({ bill: 5 })).toEqual({ bill: 1, move: 0 });
    expect(shares({ gas: 60, bill: -1 })).toEqual(shares({}));
  });

  test('where a script names no reason, what its menus lead to is the reason', () => {
    const plain = flowOf(`
  main: {kind: menu, options: [{key: "1", to: more}, {key: "2", to: b}, {key: "0", role: agent, to: b}]}
  more: {kind: menu, options: [{key: "1", to: a}, {key: "9", do: back}]}
  a: {kind: hangup}
  b: {kind: hangup}`);
    expect(contactReasons(plain, 1).map(({ reason }) => reason)).toEqual(['b', 'a']);
    expect(contactReasons(flowOf('  a: {kind: hangup}'), 1)).toEqual([]);
  });
});

describe('the way to a reason', () => {
  const ways = (reason: string, language = 'en') => {
    const found = contactReasons(flow, 1).find((one) => one.reason === reason);
    if (found === undefined) throw new Error('no such reason');
    return Object.fromEntries(waysToReason(flow, found, language));
  };

  test('at every menu it is the option that is nearest', () => {
    expect(ways('bill')).toEqual({ main: 0, more: 1 });
    expect(ways('move')).toEqual({ main: 1, more: 0, greek: 0 });
  });

  test('callers keep their language', () => {
    expect(ways('move', 'el')['main']).toBe(1);
    const onlyGreek = flowOf(`
  main: {kind: menu, options: [{key: "1", language: el, to: greek}]}
  greek: {kind: menu, options: [{key: "1", reason: move, to: main}]}`);
    const [move] = contactReasons(onlyGreek, 1);
    if (move === undefined) throw new Error('no reason');
    expect([...waysToReason(onlyGreek, move, 'en').keys()]).toEqual(['greek']);
    expect([...waysToReason(onlyGreek, move, 'el').keys()]).toEqual(['greek', 'main']);
  });

  test('going back is a way, and nodes that go on by themselves are no choice', () => {
    const back = flowOf(`
  main: {kind: menu, options: [{key: "1", to: notice}, {key: "2", reason: bill, to: end}]}
  notice: {kind: announcement, to: wrong}
  wrong: {kind: menu, options: [{key: "1", to: end}, {key: "9", do: back}]}
  end: {kind: hangup}`);
    const [bill] = contactReasons(back, 1);
    if (bill === undefined) throw new Error('no reason');
    expect(Object.fromEntries(waysToReason(back, bill, 'en'))).toEqual({ main: 1, wrong: 1 });
  });

  test('a chain of 20,000 menus is searched without recursion', () => {
    const count = 20_000;
    const nodes = Object.fromEntries(
      Array.from({ length: count }, (_, index) => {
        const isLast = index === count - 1;
        const option = isLast ? { reason: 'end', to: 'm0' } : { to: `m${index + 1}` };
        return [`m${index}`, { kind: 'menu', options: [{ key: '1', ...option }] }];
      }),
    );
    const head = { ivr: 1, id: 't', language: 'en', entries: [{ start: 'm0' }] };
    const chain = buildCallFlow({ ...head, nodes } as unknown as Script);
    const [end] = contactReasons(chain, 1);
    if (end === undefined) throw new Error('no reason');
    expect(waysToReason(chain, end, 'en').size).toBe(count);
  });
});
