import { canInterrupt } from '../flow/can-interrupt.ts';
import { retryPolicy } from '../flow/retry-policy.ts';
import { menuAudio, saidSeconds } from '../prompt/menu-audio.ts';
import type { NodeOfKind, Script, ScriptNode } from '../script/script.ts';
import type { Language, Prompt } from '../script/values.ts';
import type { CallerTimeModel } from './caller-time-model.ts';
import { optionSeconds } from '../optimise/menu-seconds.ts';

/**
 * What each thing that can happen at a node takes, in seconds, in one language: times how often it
 * happened they add up to the time that callers spend there.
 */
export interface NodeTimes {
  /** Choosing each option of a menu, by its position: silence, header, options heard, press. */
  readonly choices: readonly number[];
  /** How many options are heard before each of them is chosen. */
  readonly optionsHeard: readonly number[];
  /** Being there and going on: an entry that was completed, a prompt that was said. */
  readonly completed: number;
  /** Being there and leaving the line. */
  readonly left: number;
  /** Silence: what was heard, the wait, and what is said before asking again; 0 where nothing is asked. */
  readonly noInput: number;
  /** An entry that isn't known, in the same way. */
  readonly noMatch: number;
  /** Prompts said each time, and those of them whose length is a default. */
  readonly prompts: number;
  readonly unknownPrompts: number;
}

const silent: NodeTimes = {
  ...{ choices: [], optionsHeard: [], completed: 0, left: 0, noInput: 0, noMatch: 0 },
  ...{ prompts: 0, unknownPrompts: 0 },
};

/** Whose prompts, in which language, under which figures. */
interface Hearing {
  readonly script: Script;
  readonly language: Language;
  readonly model: CallerTimeModel;
}

/** The wait for an entry and what is said then, beyond what was heard. */
function retryTimes(
  node: NodeOfKind<'menu' | 'collect'>,
  { script, language, model }: Hearing,
): Pick<NodeTimes, 'noInput' | 'noMatch'> {
  const noInput = retryPolicy(script, node, 'noInput');
  const noMatch = retryPolicy(script, node, 'noMatch');
  const say = (prompt: Prompt | undefined) => saidSeconds(prompt, language, script, model).seconds;
  return {
    noInput: noInput.wait + say(noInput.say),
    noMatch: model.press + say(noMatch.say),
  };
}

function menuTimes(menu: NodeOfKind<'menu'>, hearing: Hearing): NodeTimes {
  const { script, language, model } = hearing;
  const audio = menuAudio(script, menu, language, model);
  const interrupts = canInterrupt(script, menu);
  const fullListenShare = interrupts ? model.fullListenShare : 1;
  const opening = audio.header + model.entry;
  const everything = (optionSeconds(audio.options, 1)[0] ?? 0) + audio.closing;
  const partly = model.heardBeforeLeaving * everything;
  const retries = retryTimes(menu, hearing);
  return {
    choices: optionSeconds(audio.options, fullListenShare).map(
      (heard) => opening + heard + fullListenShare * audio.closing + model.press,
    ),
    optionsHeard: optionSeconds(
      audio.options.map(() => 1),
      fullListenShare,
    ),
    completed: opening + partly,
    left: opening + partly,
    noInput: opening + everything + retries.noInput,
    noMatch: opening + (interrupts ? partly : everything) + retries.noMatch,
    prompts: audio.prompts,
    unknownPrompts: audio.unknownPrompts,
  };
}

function collectTimes(node: NodeOfKind<'collect'>, hearing: Hearing): NodeTimes {
  const { model } = hearing;
  const heard = saidTimes(node.say, hearing);
  const opening = heard.left + model.entry;
  const { min, max } = node.digits ?? {};
  const digits = Math.max(1, ((min ?? max ?? 1) + (max ?? min ?? 1)) / 2);
  const retries = retryTimes(node, hearing);
  return {
    ...heard,
    completed: opening + model.press + (digits - 1) * model.keystroke,
    left: opening,
    noInput: opening + retries.noInput,
    noMatch: opening + retries.noMatch,
  };
}

function saidTimes(prompt: Prompt | undefined, { script, language, model }: Hearing): NodeTimes {
  const { seconds, basis } = saidSeconds(prompt, language, script, model);
  return {
    ...silent,
    completed: seconds,
    left: seconds,
    prompts: basis === 'nothing' ? 0 : 1,
    unknownPrompts: basis === 'unknown' ? 1 : 0,
  };
}

/**
 * The seconds that each thing which can happen at a node takes: listening, pressing, and the silence
 * of those who did not press. Waiting in a queue, for a look-up or on another line isn't the menu's
 * time and is left out.
 */
export function nodeTimes(
  script: Script,
  node: ScriptNode,
  language: Language,
  model: CallerTimeModel,
): NodeTimes {
  const hearing = { script, language, model };
  switch (node.kind) {
    case 'menu':
      return menuTimes(node, hearing);
    case 'collect':
      return collectTimes(node, hearing);
    case 'announcement':
    case 'task':
    case 'queue':
    case 'transfer':
    case 'voicemail':
    case 'callback':
    case 'hangup':
      return saidTimes(node.say, hearing);
    case 'branch':
    case 'subflow':
    case 'opaque':
      return silent;
  }
}
