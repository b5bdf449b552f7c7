import type { CallFlow } from '../flow/call-flow.ts';
import type { Directory } from '../routing/directory.ts';
import type { Drill } from '../routing/drill.ts';
import type { CalendarId } from '../script/names.ts';
import type { Language } from '../script/values.ts';
import { countPaths } from './count-paths.ts';
import { lateExample, stillExample } from './counter-example.ts';
import type { CounterExample, Proof } from './proof.ts';
import { drilledSwitches, prepareProof, type ProveOptions } from './prepare-proof.ts';
import { remarksOn } from './remarks.ts';
import { walkScenario, type Scenario, type Subject } from './scenario.ts';

/** Emergency switches that the directory or the script knows, and that are off. */
function switchesOf({ directory, met }: Subject): readonly CalendarId[] {
  if (directory === undefined) return [];
  const asked = new Set(met.switches);
  return met.calendars.filter((id) => {
    const calendar = Object.hasOwn(directory.calendars, id) ? directory.calendars[id] : undefined;
    if (calendar === undefined || calendar.emergency === true) return false;
    return calendar.emergency === false || asked.has(id);
  });
}

/** The situations of a proof: as it is, each switch turned on, and all of them. */
export function situations(
  subject: Subject,
  drills: readonly Drill[],
): readonly (readonly CalendarId[])[] {
  const switches = switchesOf(subject);
  const drilled = drilledSwitches(subject, drills);
  if (drilled.length > 0) return [drilled];
  const each = switches.map((id) => [id]);
  return [[], ...each, ...(each.length > 1 ? [switches] : [])];
}

/** Shortest first, then the earliest, then by the place of the node in the script. */
function compareExamples(a: CounterExample, b: CounterExample): number {
  const byKeys = a.keys.length - b.keys.length;
  return byKeys === 0 ? Date.parse(a.at) - Date.parse(b.at) : byKeys;
}

function languagesIn(scenarios: readonly Scenario[]): readonly Language[] {
  return [...new Set(scenarios.flatMap(({ maze }) => maze.spots.map(({ language }) => language)))];
}

/**
 * Proves that every caller gets somewhere at every hour of a stretch of time, or shows calls that
 * don't: one for each root cause. What can't be known is assumed and listed; it never makes a
 * counter-example. Without a directory all hours and queues are assumed. Cost: states × worlds / 32.
 * Throws an IvrError `usage` for a stretch of time that can't be one.
 */
export async function proveFlow(
  flow: CallFlow,
  directory: Directory | undefined,
  options: ProveOptions = {},
): Promise<Proof> {
  const drills = options.drills ?? [];
  const telling = await prepareProof(flow, directory, options);
  const { subject, clocks } = telling;
  const { horizon } = subject;
  const zone = directory?.timeZone ?? 'UTC';

  const scenarios: Scenario[] = [];
  const examples: { readonly example: CounterExample; readonly sure: boolean }[] = [];
  const told = new Set<string>();
  for (const emergencies of situations(subject, drills)) {
    const scenario = walkScenario(subject, { drills, emergencies }, true);
    scenarios.push(scenario);
    for (const cause of scenario.causes) {
      if (told.has(cause.key)) continue;
      told.add(cause.key);
      const example = stillExample(telling, scenario, cause);
      examples.push({ example, sure: cause.end.sure });
    }
    for (const cause of scenario.late) {
      if (told.has(cause.key)) continue;
      told.add(cause.key);
      examples.push({ example: lateExample(telling, scenario, cause), sure: cause.end.sure });
    }
  }
  const [plain] = scenarios;
  if (plain === undefined) throw new Error('a proof has one situation at least');

  const sorted = (sure: boolean) =>
    examples
      .filter((one) => one.sure === sure)
      .map(({ example }) => example)
      .sort(compareExamples);
  const counterExamples = sorted(true);
  const possible = sorted(false);
  const assumed = [
    ...new Map(
      scenarios.flatMap((one) => one.assumed.map((it) => [`${it.kind} ${it.name}`, it] as const)),
    ).values(),
  ];
  const uncovered = [...new Set(scenarios.flatMap(({ maze }) => [...maze.uncovered]))];
  const isOpen = assumed.some(({ kind }) => kind !== 'number' && kind !== 'value');
  const isKnown = possible.length === 0 && uncovered.length === 0 && !isOpen;
  return {
    holds: counterExamples.length > 0 ? false : isKnown ? true : 'unknown',
    from: clocks.iso(horizon.from, zone),
    to: clocks.iso(horizon.to, zone),
    zone,
    drills,
    worlds: plain.time.worlds.map(({ length, begins, calendars: states, working }) => ({
      hours: length / 3_600_000,
      first: clocks.iso(begins[0] ?? horizon.from, zone),
      calendars: Object.fromEntries(states),
      working: [...working],
    })),
    states: plain.maze.spots.length,
    pathsCovered: countPaths(plain.maze),
    counterExamples,
    possible,
    remarks: remarksOn(plain, flow),
    enumerated: {
      entries: flow.script.entries.length,
      languages: languagesIn(scenarios),
      values: Object.fromEntries(subject.asked.values),
      emergencies: switchesOf(subject),
    },
    assumed,
    uncovered,
  };
}
