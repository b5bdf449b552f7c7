import { nodeAt, type CallFlow, type FlowEdge } from '../../flow/call-flow.ts';
import { languageSetBy } from '../../replay/language-set-by.ts';
import type { NodeId } from '../../script/names.ts';
import type { Language } from '../../script/values.ts';
import type { Counterparts } from '../errands/counterparts.ts';
import type { Errand } from '../errands/errand.ts';
import type { Lane } from '../errands/priced-flow.ts';
import type { WalkedErrand } from '../errands/walk-errands.ts';
import type { Leg } from '../errands/leg.ts';

/** The choice of an option in a menu, heard in a language. */
export interface Choice {
  readonly menu: NodeId;
  readonly option: number;
  readonly language: Language;
}

/** A stretch of a call from one thing that was wanted to the next, as far as a bound may count it. */
export interface Segment {
  /** Seconds before its first menu and behind its last choice, which no change of menus takes away. */
  readonly kept: number;
  /** Choices of a language that come first: they stay. */
  readonly languages: readonly Choice[];
  /** The options that are what was looked for, any of which would do; none where nothing was. */
  readonly choices: readonly Choice[];
  /** The one that was chosen. */
  readonly chosen: Choice | undefined;
  /** Calls with the same name go through one tree of menus; nothing where the choice was no plain one. */
  readonly tree: string | undefined;
  readonly firstMenu: NodeId | undefined;
}

interface HeardLane {
  readonly lane: Lane;
  /** In which its node speaks. */
  readonly language: Language;
}

const isMenu = (flow: CallFlow, { edge }: Lane): boolean => nodeAt(flow, edge.from).kind === 'menu';

const isLanguageChoice = (flow: CallFlow, edge: FlowEdge): boolean =>
  edge.option !== undefined && languageSetBy(flow, edge) !== undefined;

/** What happened at nodes that ask nothing: who met the same goes through the same menus. */
const forkOf = ({ edge }: Lane): string => `${edge.from} ${edge.trigger} ${edge.value ?? ''}`;

function plainSegment(
  flow: CallFlow,
  lanes: readonly HeardLane[],
  options: ReadonlySet<FlowEdge>,
): Segment {
  const chosen = lanes.findLastIndex(({ lane }) => options.has(lane.edge));
  let at = 0;
  let kept = 0;
  const languages: Choice[] = [];
  for (; at < lanes.length; at += 1) {
    const one = lanes[at];
    if (one === undefined || at === chosen) break;
    const { lane, language } = one;
    if (isMenu(flow, lane)) {
      if (!isLanguageChoice(flow, lane.edge)) break;
      languages.push({ menu: lane.edge.from, option: lane.edge.option ?? 0, language });
    } else kept += lane.effort.seconds;
  }
  const first = lanes[at];
  const firstMenu =
    first !== undefined && isMenu(flow, first.lane) ? first.lane.edge.from : undefined;
  const none: Segment = {
    kept,
    languages,
    choices: [],
    chosen: undefined,
    tree: undefined,
    firstMenu,
  };
  const last = lanes[chosen];
  if (last === undefined) return none;
  for (const { lane } of lanes.slice(chosen + 1)) {
    if (isMenu(flow, lane)) break;
    kept += lane.effort.seconds;
  }
  const { language, lane } = last;
  const own: Choice = { menu: lane.edge.from, option: lane.edge.option ?? 0, language };
  const choices = [...options].map(({ from, option = 0 }) => ({ menu: from, option, language }));
  const between = lanes.slice(at, chosen);
  const isPlain = between.every(
    (one) => !isMenu(flow, one.lane) || one.lane.edge.option !== undefined,
  );
  const forks = between.filter((one) => !isMenu(flow, one.lane)).map((one) => forkOf(one.lane));
  const tree = isPlain ? JSON.stringify([firstMenu, language, ...forks]) : undefined;
  return { ...none, kept, choices, chosen: own, tree };
}

/** Seconds before the first menu of a detour. */
function leadOf(flow: CallFlow, lanes: readonly HeardLane[]): number {
  let seconds = 0;
  for (const { lane } of lanes) {
    if (isMenu(flow, lane)) break;
    seconds += lane.effort.seconds;
  }
  return seconds;
}

function heardLanes({ lanes }: Leg, language: Language): readonly HeardLane[] {
  let spoken = language;
  return lanes.map((lane) => {
    const heard = { lane, language: spoken };
    spoken = lane.to.language;
    return heard;
  });
}

/**
 * Takes a walked errand apart. None where a stop of it had no counterpart: then too little is known of
 * its ways.
 */
export function segmentsOf(
  flow: CallFlow,
  counterparts: Counterparts,
  errand: Errand,
  { legs, isAstray }: WalkedErrand,
  start: Language,
): readonly Segment[] {
  if (isAstray || legs.length !== errand.stops.length) return [];
  const segments: Segment[] = [];
  let [language, isDetour, kept] = [start, false, 0];
  let detourMenu: NodeId | undefined;
  errand.stops.forEach((stop, index) => {
    const leg = legs[index];
    if (leg === undefined) return;
    const lanes = heardLanes(leg, language);
    const meetsMenu = lanes.some(({ lane }) => isMenu(flow, lane));
    if (stop.kind === 'goal') {
      const { by } = stop;
      const edges = by === undefined || stop.isChosen ? [] : counterparts.choices(by, stop.node);
      const segment = plainSegment(flow, lanes, new Set(edges));
      if (!isDetour) segments.push(segment);
      else
        segments.push({
          ...segment,
          ...{ kept, languages: [], tree: undefined, firstMenu: detourMenu },
        });
      [isDetour, kept, detourMenu] = [false, 0, undefined];
    } else if (stop.kind === 'end') {
      const endsInMenu = nodeAt(flow, leg.to.id).kind === 'menu';
      const whole = isDetour
        ? kept
        : meetsMenu || endsInMenu
          ? leadOf(flow, lanes)
          : leg.effort.seconds;
      const none = {
        languages: [],
        choices: [],
        chosen: undefined,
        tree: undefined,
        firstMenu: undefined,
      };
      segments.push({ kept: whole, ...none });
      [isDetour, kept, detourMenu] = [false, 0, undefined];
    } else {
      if (!isDetour && stop.kind === 'way') kept = leadOf(flow, lanes);
      isDetour = true;
      detourMenu = undefined;
    }
    language = leg.to.language;
  });
  return segments;
}
