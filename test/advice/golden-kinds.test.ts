import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { applyToSource } from '../../src/advice/apply-to-source.ts';
import { proposeHelp } from '../../src/advice/beside-time/index.ts';
import { changeKinds, type ChangeAbout, type ChangeKind } from '../../src/advice/change.ts';
import { eventsOf, insightInputOf } from '../support/insights-of.ts';
import { expectGolden } from '../support/golden.ts';
import { groundIn, madeOn } from '../support/held-kinds.ts';
import { replayOf } from '../support/replay-of.ts';
import { histogramsOf } from '../support/histograms-of.ts';

const folder = path.join(import.meta.dirname, 'golden');
const file = (name: string) => path.join(folder, `${name}.ivr.yaml`);
const source = { path: 'before.ivr.yaml', text: readFileSync(file('before'), 'utf8') };

const choices = {
  language: [19_000, 3],
  only: [19_003],
  main: [3, 4000, 12_000, 1800, 100, 100, 1000],
  bills: [3500, 500],
  orders: [1000, 11_000],
  deliveries: [100, 10_900],
};
const ground = groundIn({ ...source, choices });

/** What the callers of a log need besides shorter menus. */
function helped() {
  const { flow } = ground;
  const calls = ['400x language 1 hello only 1 main 4 hours bye hangup'];
  const { replay, log } = insightInputOf(flow, eventsOf(flow, calls));
  const paths = replay.paths.map((one) => ({
    ...one,
    steps: one.steps.map((step) =>
      step.event === 'start' ? { ...step, value: '+18005550100' } : step,
    ),
  }));
  const lost = { choices: [3000, 500], left: 500 };
  const happened = replayOf(flow, 19_003, { main: { choices: choices.main }, bills: lost });
  const dwell = histogramsOf([
    { node: 'main', from: 'enter', to: 'input', value: '1', ms: 20_000, times: 500 },
    { node: 'main', from: 'enter', to: 'noinput', value: '', ms: 32_000, times: 40 },
    { node: 'people', from: 'queue', to: 'abandon', value: '', ms: 60_000, times: 60 },
    { node: 'people', from: 'queue', to: 'answer', value: '', ms: 20_000, times: 140 },
  ]);
  const waited = { ...log, dwell };
  const kinds = new Set(changeKinds);
  return [
    ...proposeHelp({ flow, replay: happened, log: waited }, kinds),
    ...proposeHelp({ flow, replay: { ...replay, paths }, log: undefined }, kinds),
  ];
}

const changes = [
  ...madeOn(ground).map(({ made }) => made.change),
  ...helped().map((help) => help.change),
];

/** Options with comments of their own can't be written into a new menu: those without one are grouped. */
const isWanted = (about: ChangeAbout): boolean =>
  about.kind !== 'group' || about.labels.join() === 'shops,jobs';

describe('a file as people write it, comments and all', () => {
  test.each(changeKinds)('is changed at its places alone: %s', (kind: ChangeKind) => {
    const change = changes.find(({ about }) => about.kind === kind && isWanted(about));
    if (change === undefined) throw new Error(`no change is a ${kind}`);
    const { text } = applyToSource(source, [{ change }]);
    expect(text).not.toBe(source.text);
    expectGolden(file(kind), text);
  });
});
