import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultCallerTimeModel } from '../../../src/advice/caller-time-model.ts';
import { counterpartsOf } from '../../../src/advice/errands/counterparts.ts';
import { errandsOf } from '../../../src/advice/errands/errands-of.ts';
import { legTo, type Leg } from '../../../src/advice/errands/leg.ts';
import { legAlong } from '../../../src/advice/errands/leg-along.ts';
import { likelyLegs, type LikelyLegs } from '../../../src/advice/errands/likely-legs.ts';
import { openEdges } from '../../../src/advice/errands/open-edges.ts';
import { pricedFlow, type PricedFlow, type Spot } from '../../../src/advice/errands/priced-flow.ts';
import { waysOnce } from '../../../src/advice/errands/ways-once.ts';
import type { CallFlow } from '../../../src/flow/call-flow.ts';
import { replayLog } from '../../../src/replay/replay-log.ts';
import { nodeId, type NodeId } from '../../../src/script/names.ts';
import '../../support/fixed-seed.ts';
import { randomWalks } from '../../support/random-flow.ts';
import { flowOf } from '../../support/script-of.ts';

/** Legs of callers who chose these languages. */
function likelyIn(
  flow: CallFlow,
  languages: readonly string[] = [],
): { readonly priced: PricedFlow; readonly likely: LikelyLegs } {
  const priced = pricedFlow(flow, defaultCallerTimeModel);
  const isOpen = openEdges(flow, flow, { answers: new Map(), languages });
  return { priced, likely: likelyLegs(priced, counterpartsOf(flow, flow), isOpen) };
}

const say = (seconds: number) => `{recording: a.wav, length: ${seconds}}`;
const shop = flowOf(`
  main:
    kind: menu
    options:
      - {key: "1", say: ${say(2)}, to: orders}
      - {key: "2", say: ${say(2)}, to: hours}
  orders: {kind: task, task: find-order, success: told, failure: desk}
  told: {kind: announcement, say: ${say(3)}, to: open}
  hours: {kind: announcement, say: ${say(30)}, to: open}
  open: {kind: branch, on: {calendar: shop}, cases: [{when: open, to: desk}], otherwise: bye}
  desk: {kind: queue, queue: desk}
  bye: {kind: hangup}
`);
const node = (id: string): NodeId => nodeId(id);

const doubtsOn = (to: string, from = 'main') => {
  const { priced, likely } = likelyIn(shop);
  const { leg, doubts } = likely.reaching(priced.spot(node(from), 'en'), node(to));
  return {
    way: leg?.lanes.map(({ to: { id } }) => id),
    doubts: doubts.map(({ edge }) => `${edge.from} to ${edge.to}`),
  };
};

describe('the legs of callers who may get everywhere', () => {
  test('are certain where only they themselves choose', () => {
    expect(doubtsOn('hours')).toEqual({ way: ['hours'], doubts: [] });
  });

  test('name each edge that what they met may have closed', () => {
    expect(doubtsOn('bye')).toEqual({
      way: ['orders', 'told', 'open', 'bye'],
      doubts: ['orders to told', 'open to bye'],
    });
  });

  test('go by what others decide, though a surer way takes longer', () => {
    expect(doubtsOn('desk')).toEqual({ way: ['orders', 'desk'], doubts: ['orders to desk'] });
  });

  test('tell the language in which callers come to such an edge', () => {
    const flow = flowOf(`
  main: {kind: menu, options: [{key: "1", language: el, say: ${say(2)}, to: by-language}]}
  by-language: {kind: branch, on: language, cases: [{when: el, to: desk}], otherwise: bye}
  desk: {kind: queue, queue: desk}
  bye: {kind: hangup}
`);
    const { priced, likely } = likelyIn(flow, ['el']);
    const { doubts } = likely.reaching(priced.spot(node('main'), 'en'), node('desk'));
    expect(doubts.map(({ edge, language }) => [edge.to, language])).toEqual([['desk', 'el']]);
  });

  test('are none to where no way leads', () => {
    expect(doubtsOn('main', 'bye')).toEqual({ way: undefined, doubts: [] });
  });

  test('are found once and then known', () => {
    const { priced, likely } = likelyIn(shop);
    const [from, to] = [priced.spot(node('main'), 'en'), node('desk')];
    expect(likely.reaching(from, to)).toBe(likely.reaching(from, to));
  });
});

/** Calls at random over a flow of every kind of node, one a variant. */
const randomErrands = randomWalks().map(({ random: { flow }, walks }) => {
  const variants = walks.map(({ steps }, index) => ({
    steps,
    calls: index + 1,
    duration: { sum: 0, min: 0, max: 0 },
  }));
  const calls = variants.reduce((sum, variant) => sum + variant.calls, 0);
  return { flow, errands: errandsOf(flow, replayLog(flow, { calls, variants })).errands };
});

describe('a leg of which all doubtful edges are open to some callers', () => {
  test('takes them as long as the cheapest leg that is looked for them alone', () => {
    let [certain, doubtful] = [0, 0];
    fc.assert(
      fc.property(randomErrands, ({ flow, errands }) => {
        const priced = pricedFlow(flow, defaultCallerTimeModel);
        const counterparts = counterpartsOf(flow, flow);
        for (const { circumstances, language, start, stops } of errands) {
          if (start === undefined) continue;
          const { languages } = circumstances;
          const free = openEdges(flow, flow, { answers: new Map(), languages });
          const likely = likelyLegs(priced, counterparts, free);
          const isOpen = openEdges(flow, flow, circumstances);
          const ways = waysOnce(priced, isOpen);
          const reaching = (from: Spot, id: NodeId): Leg | undefined => {
            const place = ways(from).reach(id);
            return place === undefined ? undefined : legTo(place);
          };
          const from = priced.spot(start, language);
          for (const stop of stops) {
            const { leg, doubts } = likely.leg(from, stop, false);
            if (!doubts.every((one) => isOpen(one.edge, one.language))) continue;
            if (doubts.length === 0) certain += 1;
            else doubtful += 1;
            const own = legAlong({ reaching, isOpen }, priced, counterparts, [from, stop, false]);
            expect(leg?.effort).toEqual(own?.effort);
            expect(leg?.to).toBe(own?.to);
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(certain).toBeGreaterThan(100);
    expect(doubtful).toBeGreaterThan(100);
  });
});
