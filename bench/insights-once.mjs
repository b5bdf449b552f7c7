// Makes paths at random on a sample menu and answers all questions about them, or only makes them:
// `node bench/insights-once.mjs 100000 [make]`. Run by insights.mjs, which compares the two.
import { readFileSync } from 'node:fs';
import { buildCallFlow, findInsights, parseScript, replayLog } from '../dist/index.js';

const [count = '100000', only] = process.argv.slice(2);
const file = new URL('../menus/northwind-bank.ivr.yaml', import.meta.url);
const source = { path: 'bank', text: readFileSync(file, 'utf8') };
const flow = buildCallFlow(parseScript(source).document.script);

let state = 7;
const below = (limit) => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};

const known = new Map();
const step = (event, node, value = '') => {
  const key = `${event} ${node} ${value}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const fresh = { event, node, value };
  known.set(key, fresh);
  return fresh;
};

const saidBy = { key: 'input', noInput: 'noinput', success: 'success', failure: 'failure' };
function walk() {
  const steps = [step('start', '', '+18005550142')];
  let here = 'hours';
  for (let moves = 0; moves < 40; moves += 1) {
    steps.push(step('enter', here));
    const edges = flow.leaving.get(here) ?? [];
    if (flow.graph.node(here).kind === 'queue') {
      steps.push(step('queue', here, 'desk'), step('answer', here));
      return steps;
    }
    if (edges.length === 0 || below(40) === 0) break;
    const edge = edges[below(edges.length)];
    const event = saidBy[edge.trigger];
    if (event !== undefined) steps.push(step(event, here, event === 'input' ? edge.value : ''));
    here = edge.to;
  }
  steps.push(step('hangup', here));
  return steps;
}

const variants = Array.from({ length: Number(count) }, () => ({
  steps: walk(),
  calls: 1 + below(5),
  duration: { sum: 60_000, min: 10_000, max: 30_000 },
}));
const groups = Array.from({ length: 168 }, (_, hour) => ({
  ...{ hour: hour % 24, weekday: 1 + Math.floor(hour / 24), window: hour > 84 ? 1 : 0, script: '' },
}));
const owners = variants.flatMap(({ calls }, variant) => new Array(calls).fill(variant));
const week = 604_800_000;
const details = {
  ...{ zone: 'UTC', cuts: [week / 2], groups, toQueue: [], toQueueSum: {}, selection: {} },
  cells: {
    group: Int32Array.from(owners, () => below(168)),
    variant: Int32Array.from(owners),
    calls: new Float64Array(owners.length).fill(1),
  },
  first: new Float64Array(variants.length),
  last: new Float64Array(variants.length),
  callers: {
    caller: Float64Array.from(owners, () => below(100_000)),
    at: Float64Array.from(owners, () => below(week)),
    variant: Int32Array.from(owners),
    ...{ withheld: 0, oneOf: 1 },
  },
  unselected: 0,
};
const log = {
  ...{ sources: [], rejectedBy: {}, firstRejects: [], dwell: [], hours: [], versions: [] },
  rows: { read: 0, used: 0, rejected: 0, duplicate: 0 },
  irregular: {
    lateRows: 0,
    lateCalls: 0,
    reopenedCalls: 0,
    unterminatedCalls: 0,
    unstartedCalls: 0,
  },
  ...{ calls: owners.length, variants, window: { from: 0, to: 5 * week }, details },
};
if (only !== 'make') {
  const replay = replayLog(flow, log);
  findInsights({ flow, log, replay, findings: [] }, { anyway: true });
}
