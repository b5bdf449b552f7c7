import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyToSource } from '../../src/advice/apply-to-source.ts';
import { findSuggestions } from '../../src/advice/find-suggestions.ts';
import { pruneSaving } from '../../src/advice/kinds/prune.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { reachable } from '../../src/flow/reach.ts';
import { applyEdits } from '../../src/advice/apply-edits.ts';
import { expectExact, groundIn, madeOn } from '../support/held-kinds.ts';
import { eventsOf, insightInputOf } from '../support/insights-of.ts';
import { nodeId } from '../../src/script/names.ts';
import { documentOf, flowOf } from '../support/script-of.ts';
import { writtenTrees } from '../support/written-tree.ts';

const line = (fax: string, more = '') => `  main: # first
    kind: menu
    options:
      # most want this
      - { key: '1', say: 'For bills, press 1.', to: bills }
      # few want this
      - { key: '2', say: 'For faxes, press 2.', to: fax${fax} }
      - { key: '3', say: 'For faults, press 3.', to: faults } # many
      - { key: '0', say: 'For an adviser, press 0.', role: agent, to: desk }
  bills:
    kind: menu
    options:
      - { key: '1', say: 'To pay, press 1.', to: pay }
      - { key: '2', say: 'To get one by fax, press 2.', to: fax }
  fax: { kind: queue, queue: fax }
  pay: { kind: hangup }
  faults: { kind: hangup }
  desk: { kind: queue, queue: desk }
${more}`;

const counts = [6000, 4, 3000, 1000];

function pruned(nodes: string, main: readonly number[] = counts) {
  const document = documentOf(nodes);
  const choices = { main, bills: [5000, 1000] };
  const ground = groundIn({ ...document.source, choices });
  return { document, ground, all: madeOn(ground, ['prune']) };
}

describe('leaving out an option that hardly anyone chooses', () => {
  test.each([
    ['nobody chooses it', { weight: 0, before: 9, after: 6 }, 0.9 * 3],
    ['its callers get to a person later', { weight: 0.01, before: 6, after: 16 }, 0.9 * 3 - 0.1],
    ['its callers get to a person sooner', { weight: 0.01, before: 9, after: 4 }, 0.9 * 3 + 0.05],
  ])('saves its words, less what its own callers lose: %s', (_, own, seconds) => {
    expect(pruneSaving({ seconds: 3, heardBy: 0.9, ...own })).toBeCloseTo(seconds, 12);
  });

  test('closes the gap in the keys, and leaves the rest of the file alone', () => {
    const { document, ground, all } = pruned(line(''));
    const [one, none] = all;
    if (one === undefined) throw new Error('the fax is left out');
    expect(none).toBeUndefined();
    expect(one.made.change).toMatchObject({
      about: { kind: 'prune', label: 'fax', menu: 'main' },
      summary: 'chosen by 4 of 10,004 calls; faults: 3 → 2',
    });
    expectExact(ground, one.proposal, one.made);
    expect(one.made.demand.nodes.get(nodeId('main'))).toMatchObject({
      choices: [6000, 3000, 1004],
    });
    expect(applyToSource(document.source, [one.made]).text).toBe(
      document.source.text
        .replace(/ {6}# few want this\n.*For faxes.*\n/, '')
        .replace("key: '3', say: 'For faults, press 3.'", "key: '2', say: 'For faults, press 2.'"),
    );
  });

  test.each([
    ['is about the law', ', tags: [legal]'],
    ['is about safety', ', tags: [safety]'],
    ['leads to a person', ', role: agent'],
    ['is for an emergency', ', role: emergency'],
    ['is for another language', ', language: es'],
    ['is pinned', ', pinned: true'],
  ])('never where the option %s', (_, fax) => {
    expect(pruned(line(fax)).all).toEqual([]);
  });

  test.each([
    [
      'the law asks for what it leads to',
      line('').replace('fax: { kind', 'fax: { tags: [legal], kind'),
    ],
    ['the law asks for the menu', line('').replace('kind: menu', 'kind: menu\n    tags: [legal]')],
    [
      'its key means the same on every line',
      line('').replace(
        "key: '2', say: 'For faxes, press 2.'",
        "key: '*', say: 'For faxes, press star.'",
      ),
    ],
    [
      'nothing else leads there',
      line('').replace("by fax, press 2.', to: fax", "by mail, press 2.', to: pay"),
    ],
    [
      'nothing else leads there but a way back from behind it',
      line('').replace("to: fax }\n      - { key: '3'", "to: more }\n      - { key: '3'") +
        "  more: { kind: menu, options: [{ key: '1', say: 'To hear more, press 1.', to: again }] }\n" +
        '  again: { kind: announcement, say: More., to: more }\n',
    ],
    ['its callers would find no person there', line('').replace(', role: agent', '')],
  ])('never where %s', (_, nodes) => {
    expect(pruned(nodes).all).toEqual([]);
  });

  test.each([
    ['fewer than 1,000 calls came', [600, 0, 300, 90]],
    ['more than 0.5 % may want it', [6000, 40, 3000, 1000]],
  ])('never where %s', (_, main) => {
    expect(pruned(line(''), main).all).toEqual([]);
  });

  test('takes nobody where they cannot get: all that was in reach still is', () => {
    let seen = 0;
    fc.assert(
      fc.property(writtenTrees, (tree) => {
        const ground = groundIn(tree);
        for (const { made } of madeOn(ground, ['prune'])) {
          const script = applyEdits(ground.flow.script, made.change.edits);
          if (script === undefined) throw new Error("can't apply");
          expect([...reachable(buildCallFlow(script))].sort()).toEqual(
            [...reachable(ground.flow)].sort(),
          );
          seen += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(seen).toBeGreaterThan(5);
  });

  describe('where calls are known one by one', () => {
    const found = (nodes: string) => {
      const flow = flowOf(nodes.replace('For faxes', 'For letters that you sent us by fax'));
      const { replay, log } = insightInputOf(
        flow,
        eventsOf(flow, [
          ...['1000x main 1 bills 1 pay hangup', '200x main 1 bills 2 fax', 'main 2 fax'],
          ...['2000x main 3 faults hangup', '300x main 0 desk'],
        ]),
      );
      return findSuggestions(flow, replay, { only: ['prune'], log }).suggestions;
    };

    test('leads its callers to the same by another option for it', () => {
      const [one, none] = found(line('').replaceAll('to: fax', 'reason: fax, to: fax'));
      expect(one).toMatchObject({ kind: 'prune', node: 'main' });
      expect(one?.evidence).toMatchObject({ calls: 3501, unreachable: 0 });
      expect(none).toBeUndefined();
    });

    test('stays where a single caller would not know the other option for theirs', () => {
      expect(found(line(''))).toEqual([]);
    });
  });
});
