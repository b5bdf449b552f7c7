import { canInterrupt } from '../flow/can-interrupt.ts';
import type { NodeOfKind, Script, ScriptNode } from '../script/script.ts';
import type { Language, Prompt } from '../script/values.ts';
import { retryPolicy } from '../flow/retry-policy.ts';
import type { CallerTimeModel } from './caller-time-model.ts';
import type { NodeDemand } from './demand.ts';
import { menuAudio, saidSeconds } from '../prompt/menu-audio.ts';
import { menuSeconds, optionSeconds } from '../optimise/menu-seconds.ts';

/** What all visits to a node took, and how much of what was said there has no known length. */
export interface NodeSeconds {
  readonly seconds: number;
  /** Prompts said, over all visits. */
  readonly said: number;
  readonly unknown: number;
}

interface Listening {
  readonly script: Script;
  readonly demand: NodeDemand;
  readonly language: Language;
  readonly model: CallerTimeModel;
}

/** Silence and mistakes: the wait, and what is said before asking again. */
function retrySeconds(
  node: NodeOfKind<'menu' | 'collect'>,
  { script, demand, language, model }: Listening,
): number {
  const noInput = retryPolicy(script, node, 'noInput');
  const noMatch = retryPolicy(script, node, 'noMatch');
  const say = (prompt: Prompt | undefined) => saidSeconds(prompt, language, script, model).seconds;
  return (
    demand.noInputs * (noInput.wait + say(noInput.say)) +
    demand.noMatches * (model.press + say(noMatch.say))
  );
}

function menuTime(menu: NodeOfKind<'menu'>, listening: Listening): NodeSeconds {
  const { script, demand, language, model } = listening;
  const audio = menuAudio(script, menu, language, model);
  const interrupts = canInterrupt(script, menu);
  const fullListenShare = interrupts ? model.fullListenShare : 1;
  const { header, options, closing } = audio;
  const chosen = menuSeconds(
    options.map((seconds, index) => ({ seconds, weight: demand.choices[index] ?? 0 })),
    { header, press: model.press, entry: model.entry, fullListenShare },
  );
  const choices = demand.choices.reduce((total, times) => total + times, 0);
  const everything = (optionSeconds(options, 1)[0] ?? 0) + closing;
  const heardClosing = choices * fullListenShare * closing;
  const { hearings, noInputs, noMatches } = demand;
  const left = Math.max(0, hearings - choices - noInputs - noMatches);
  const partly = model.heardBeforeLeaving * everything;
  const opening = (noInputs + noMatches + left) * (header + model.entry);
  const unchosen = noInputs * everything + noMatches * (interrupts ? partly : everything);
  return {
    seconds:
      chosen + heardClosing + opening + unchosen + left * partly + retrySeconds(menu, listening),
    said: hearings * audio.prompts,
    unknown: hearings * audio.unknownPrompts,
  };
}

function collectTime(node: NodeOfKind<'collect'>, listening: Listening): NodeSeconds {
  const { script, demand, language, model } = listening;
  const prompt = saidSeconds(node.say, language, script, model);
  const { min, max } = node.digits ?? {};
  const digits = Math.max(1, ((min ?? max ?? 1) + (max ?? min ?? 1)) / 2);
  const typing = model.press + (digits - 1) * model.keystroke;
  return {
    seconds:
      demand.hearings * (prompt.seconds + model.entry) +
      demand.completed * typing +
      retrySeconds(node, listening),
    said: prompt.basis === 'nothing' ? 0 : demand.hearings,
    unknown: prompt.basis === 'unknown' ? demand.hearings : 0,
  };
}

function saidOnce(prompt: Prompt | undefined, listening: Listening): NodeSeconds {
  const { script, demand, language, model } = listening;
  const { seconds, basis } = saidSeconds(prompt, language, script, model);
  return {
    seconds: demand.visits * seconds,
    said: basis === 'nothing' ? 0 : demand.visits,
    unknown: basis === 'unknown' ? demand.visits : 0,
  };
}

function inLanguageOf(node: ScriptNode, listening: Listening): NodeSeconds {
  switch (node.kind) {
    case 'menu':
      return menuTime(node, listening);
    case 'collect':
      return collectTime(node, listening);
    case 'announcement':
    case 'task':
    case 'queue':
    case 'transfer':
    case 'voicemail':
    case 'callback':
    case 'hangup':
      return saidOnce(node.say, listening);
    case 'branch':
    case 'subflow':
    case 'opaque':
      return { seconds: 0, said: 0, unknown: 0 };
  }
}

/**
 * The seconds that all visits to a node took: listening, pressing, and the silence of those who did
 * not press. Waiting in a queue, for a look-up or on another line isn't the menu's time and is left
 * out. Languages count by their share of the visits.
 */
export function nodeSeconds(
  script: Script,
  node: ScriptNode,
  demand: NodeDemand,
  model: CallerTimeModel,
): NodeSeconds {
  let [seconds, said, unknown] = [0, 0, 0];
  for (const { language, share } of demand.languages) {
    const time = inLanguageOf(node, { script, demand, language, model });
    seconds += share * time.seconds;
    said += share * time.said;
    unknown += share * time.unknown;
  }
  return { seconds, said, unknown };
}
