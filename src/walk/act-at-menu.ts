import { nodeOfKind } from '../flow/call-flow.ts';
import type { MenuOption, NodeOfKind } from '../script/script.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import type { Action } from './action.ts';
import { unusedKey } from './awaits.ts';
import type { Moment } from './caller.ts';
import { hearingOf, heardBy } from './hearing.ts';
import { isSameLanguage } from './languages.ts';
import { retryPolicy } from '../flow/retry-policy.ts';

type Menu = NodeOfKind<'menu'>;

/** What a caller does at a menu, when (seconds from the start of the prompt), and what they meant. */
export interface Choice {
  readonly action: Action;
  readonly at: number;
  /** The option they meant to take. */
  readonly meant: number | undefined;
}

/** The keys beside each key of a phone. */
const beside: Readonly<Record<string, string>> = {
  '1': '24',
  '2': '135',
  '3': '26',
  '4': '157',
  '5': '2468',
  '6': '359',
  '7': '48*',
  '8': '5790',
  '9': '68#',
  '*': '70',
  '0': '8*#',
  '#': '90',
};

const isWayOn = ({ do: does, role }: MenuOption): boolean =>
  does === undefined && role !== 'agent' && role !== 'language';

/** The option for a caller's language, where they must choose it before anything else. */
function languageOption({ state, caller }: Moment, node: Menu): number | undefined {
  const own = node.options.findIndex(
    ({ language }) => language !== undefined && isSameLanguage(language, caller.language),
  );
  if (own < 0) return undefined;
  const speaksIt = isSameLanguage(state.language, caller.language);
  const onlyLanguages = node.options.every(
    (option) => option.language !== undefined || !isWayOn(option),
  );
  return !speaksIt || onlyLanguages ? own : undefined;
}

/** The first option that leads straight to a node of one of these kinds. */
function optionTo({ flow }: Moment, node: Menu, kinds: readonly NodeKind[]): number | undefined {
  const index = node.options.findIndex(
    ({ to }) => to !== undefined && kinds.some((kind) => nodeOfKind(flow, to, kind) !== undefined),
  );
  return index < 0 ? undefined : index;
}

/** The option that a caller means to take; nothing when they find none. */
function wanted(moment: Moment, node: Menu): number | undefined {
  const { mind, id, random } = moment;
  if (mind.plan?.menu === id) return mind.plan.option;
  if (mind.helped) return optionTo(moment, node, ['hangup']);
  const language = languageOption(moment, node);
  if (language !== undefined) return language;
  if (!mind.chosen) return mind.ways.get(id);
  const open = [...node.options.keys()].filter((index) => {
    const option = node.options[index];
    return option !== undefined && isWayOn(option);
  });
  return open[random.below(open.length)];
}

function wantsPerson({ state, model, random }: Moment): boolean {
  const grown = model.zeroOut + (model.zeroOutPerMinute * state.seconds) / 60;
  return random.chance(Math.min(grown, model.zeroOutAtMost));
}

function inputFor(option: MenuOption, key: string | undefined, after: number): Action {
  return key === undefined
    ? { do: 'speak', intent: option.intent ?? '', after }
    : { do: 'press', key, after };
}

function slipped({ random }: Moment, key: string): string {
  const near = beside[key.at(-1) ?? ''] ?? '0';
  return key.slice(0, -1) + (near[random.below(near.length)] ?? '0');
}

/**
 * A caller listens until their option has been said and presses its key. Some stay silent, press
 * what isn't there or slip to a key beside it; some ask for a person instead; who finds nothing asks
 * for a person, leaves a message where there is no person to ask for, or gives up. Who has been helped
 * says goodbye.
 */
export function actAtMenu(moment: Moment, node: Menu): Choice {
  const { flow, id, state, mind, model, random } = moment;
  const hearing = hearingOf(flow, id, state);
  const patient = hearing.seconds + retryPolicy(flow.script, node, 'noInput').wait;
  const silence = (meant: number | undefined): Choice => ({
    action: { do: 'silence' },
    at: patient,
    meant,
  });
  const pressed = (meant: number, key?: string, early = false): Choice => {
    const option = node.options[meant];
    if (option === undefined) return silence(undefined);
    const known = heardBy(hearing, meant, node.options.length);
    const heard = hearing.bargeIn ? (early ? 0 : known) : hearing.seconds;
    const at = heard + random.gamma(model.pressLatency);
    if (at >= patient) return silence(meant);
    return { action: inputFor(option, key ?? option.key, at), at, meant };
  };

  const agent = node.options.findIndex(({ role }) => role === 'agent');
  const want = wanted(moment, node);
  const mayAsk = agent >= 0 && agent !== want && !mind.helped && mind.plan?.menu !== id;
  if (mayAsk && wantsPerson(moment))
    return pressed(agent, undefined, random.chance(model.zeroOutEarly));
  if (want === undefined || node.options[want] === undefined) {
    const ask = agent >= 0 ? agent : optionTo(moment, node, ['voicemail', 'callback']);
    if (ask !== undefined && !mind.helped && random.chance(model.lostAsk)) return pressed(ask);
    const at = hearing.seconds;
    return { action: { do: 'hangup', after: at }, at, meant: undefined };
  }
  if (random.chance(model.noInput)) return silence(want);
  const wrong = unusedKey(node);
  if (wrong !== undefined && random.chance(model.noMatch)) return pressed(want, wrong);
  const { key } = node.options[want];
  return key !== undefined && random.chance(model.mistake)
    ? pressed(want, slipped(moment, key))
    : pressed(want);
}
