import type { Script, ScriptNode } from '../script/script.ts';
import type { CallerTimeModel } from './caller-time-model.ts';
import type { NodeDemand } from './demand.ts';
import { nodeTimes, type NodeTimes } from './node-times.ts';

/** What all visits to a node took, and how much of what was said there has no known length. */
export interface NodeSeconds {
  readonly seconds: number;
  /** Prompts said, over all visits. */
  readonly said: number;
  readonly unknown: number;
}

/** Menus and entries are heard again after silence and mistakes; everything else once a visit. */
function hearingsAt({ kind }: ScriptNode, { visits, hearings }: NodeDemand): number {
  return kind === 'menu' || kind === 'collect' ? hearings : visits;
}

function inOneLanguage(node: ScriptNode, demand: NodeDemand, times: NodeTimes): NodeSeconds {
  const hearings = hearingsAt(node, demand);
  const isAsked = node.kind === 'menu' || node.kind === 'collect';
  const { noInputs, noMatches } = isAsked ? demand : { noInputs: 0, noMatches: 0 };
  const completed = node.kind === 'collect' ? demand.completed : 0;
  const chosen = node.kind === 'menu' ? demand.choices : [];
  const choices = chosen.reduce((total, count) => total + count, 0);
  const others = hearings - choices - completed - noInputs - noMatches;
  const left = node.kind === 'menu' ? Math.max(0, others) : others;
  const chosenSeconds = chosen.reduce(
    (total, count, option) => total + count * (times.choices[option] ?? 0),
    0,
  );
  return {
    seconds:
      chosenSeconds +
      completed * times.completed +
      noInputs * times.noInput +
      noMatches * times.noMatch +
      left * times.left,
    said: hearings * times.prompts,
    unknown: hearings * times.unknownPrompts,
  };
}

/**
 * The seconds that all visits to a node took, by what happened there (see `nodeTimes`). Languages
 * count by their share of the visits.
 */
export function nodeSeconds(
  script: Script,
  node: ScriptNode,
  demand: NodeDemand,
  model: CallerTimeModel,
): NodeSeconds {
  let [seconds, said, unknown] = [0, 0, 0];
  for (const { language, share } of demand.languages) {
    const time = inOneLanguage(node, demand, nodeTimes(script, node, language, model));
    seconds += share * time.seconds;
    said += share * time.said;
    unknown += share * time.unknown;
  }
  return { seconds, said, unknown };
}
