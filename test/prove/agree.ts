import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { proveFlow } from '../../src/prove/prove-flow.ts';
import type { CounterExample } from '../../src/prove/proof.ts';
import type { Drill } from '../../src/routing/drill.ts';
import { startCall } from '../../src/walk/start-call.ts';
import { step } from '../../src/walk/step.ts';
import { loadRouting, worldAt } from '../../src/walk/world-at.ts';
import type { AnyCentre } from './any-centre.ts';
import { lateOutcomes, stillOutcomes, type Walked } from './oracle.ts';

/** A bad end as the oracle names it. */
function keyOf({ reason, node, queue, language }: CounterExample): string {
  const spoken = ['wrong-language', 'wrong-skill'].includes(reason) ? ` ${language}` : '';
  const word = reason === 'dead-wait' || reason === 'queue-unstaffed' ? 'nobody' : reason;
  return `${word} ${node}${queue === undefined ? '' : ` ${queue}`}${spoken}`;
}

/** The overflow of a queue fails whole groups of callers: their languages aren't told apart here. */
const coarse = (key: string): string =>
  key.startsWith('overflow-') ? key.split(' ').slice(0, 3).join(' ') : key;

const round = (hours: number) => Math.round(hours * 1e6) / 1e6;
const isStuck = ({ reason }: CounterExample) =>
  reason === 'endless-loop' || reason === 'no-way-out';

/** Where the prover and the oracle differ, in words; nothing where they agree. */
export async function agree(centre: AnyCentre, withLate: boolean): Promise<readonly string[]> {
  const flow = buildCallFlow(centre.script);
  const routing = await loadRouting(centre.directory);
  const proof = await proveFlow(flow, centre.directory, { from: centre.from, to: centre.to });
  const [from, to] = [Date.parse(proof.from), Date.parse(proof.to)];
  const differ: string[] = [];
  const examples = [...proof.counterExamples];
  const told = new Set<string>();
  for (const emergencies of [[], ...proof.enumerated.emergencies.map((id) => [id])]) {
    const drills = emergencies.map((calendar): Drill => ({ kind: 'emergency', calendar }));
    const walked: Walked = { flow, routing, drills, from, to };
    const minutes = stillOutcomes(walked);
    const hours = new Map<string, number>();
    const stuck = minutes.filter(({ outcome }) => outcome.stuck.size > 0).length;
    for (const { outcome } of minutes)
      for (const key of new Set([...outcome.bad].map(coarse)))
        hours.set(key, (hours.get(key) ?? 0) + 1 / 60);
    const mine = examples.filter(
      ({ assuming, lastMinute }) =>
        lastMinute === undefined && assuming.emergency.join() === emergencies.join(),
    );
    const found = new Map<string, number>();
    for (const one of mine)
      if (!isStuck(one))
        found.set(coarse(keyOf(one)), Math.max(found.get(coarse(keyOf(one))) ?? 0, one.hours));
    for (const [key, count] of hours) {
      if (told.has(key)) continue;
      const own = found.get(key);
      const isCoarse = key.startsWith('overflow-');
      if (own === undefined || (!isCoarse && round(own) !== round(count)))
        differ.push(
          `${emergencies.join()} ${key}: oracle ${round(count)} h, prover ${own ?? 'nothing'}`,
        );
    }
    for (const [key, own] of found)
      if (!hours.has(key))
        differ.push(`${emergencies.join()} ${key}: oracle nothing, prover ${own}`);
    const stuckMine = mine.filter(isStuck).length;
    if (emergencies.length === 0 && stuck > 0 !== stuckMine > 0)
      differ.push(`stuck: oracle ${stuck} minutes, prover ${stuckMine}`);
    for (const key of hours.keys()) told.add(key);
    if (!withLate) continue;
    const late = lateOutcomes(walked, minutes);
    const mineLate = new Map(
      examples
        .filter(
          ({ assuming, lastMinute }) =>
            lastMinute !== undefined && assuming.emergency.join() === emergencies.join(),
        )
        .map((one) => [keyOf(one), Math.round(one.hours * 3_600_000)]),
    );
    for (const [key, time] of late) {
      if (told.has(coarse(key))) continue;
      const own = mineLate.get(key);
      if (own !== time)
        differ.push(
          `late ${emergencies.join()} ${key}: oracle ${time} ms, prover ${own ?? 'nothing'}`,
        );
    }
    for (const [key, time] of mineLate)
      if (!late.has(key))
        differ.push(`late ${emergencies.join()} ${key}: oracle nothing, prover ${time} ms`);
    for (const key of late.keys()) told.add(coarse(key));
  }
  const hasShare = Object.values(centre.script.nodes).some(
    (node) => node.kind === 'branch' && node.on === 'share',
  );
  for (const one of hasShare ? [] : examples) {
    const drills = one.assuming.emergency.map((calendar): Drill => ({
      kind: 'emergency',
      calendar,
    }));
    const world = worldAt(routing, {
      start: Date.parse(one.at),
      drills,
      attributes: one.assuming.known,
    });
    let { state } = startCall(flow, one.entry);
    let before = state;
    for (const action of one.actions) {
      before = state;
      ({ state } = step(flow, state, action, world));
    }
    const last = isStuck(one) ? state.node : before.node;
    if (!one.replays || last !== one.node)
      differ.push(
        `${keyOf(one)} is said to begin at ${one.at} and ends at ${last ?? 'nothing'}, ${one.replays}`,
      );
  }
  if ((proof.holds === false) !== examples.length > 0) differ.push('holds');
  return differ;
}
