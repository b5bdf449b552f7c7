import { canInterrupt } from '../../flow/can-interrupt.ts';
import { retryPolicy } from '../../flow/retry-policy.ts';
import type { CallFlow } from '../../flow/call-flow.ts';
import { menuAudio, saidSeconds } from '../../prompt/menu-audio.ts';
import { promptText } from '../../prompt/prompt-text.ts';
import { readingSeconds } from '../../prompt/reading-time.ts';
import { respeakKeys } from '../../prompt/respeak-keys.ts';
import { spokenKeys } from '../../prompt/spoken-keys.ts';
import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind, Script } from '../../script/script.ts';
import type { Language, Prompt } from '../../script/values.ts';
import type { CallerTimeModel } from '../caller-time-model.ts';

/** What the menus of a script take at least in a language, whatever place and key their options get. */
export interface MenuFloors {
  /** By menu: its header, and each option by its position, without silence behind it. */
  readonly menus: ReadonlyMap<
    NodeId,
    { readonly header: number; readonly options: readonly number[] }
  >;
  /** The shortest option that there is: no category is shorter. */
  readonly shortestOption: number;
  /** The least share that hears everything, of all menus: 1 where none can be interrupted. */
  readonly fullListenShare: number;
  /** What silence takes in any menu, and an unknown key: the wait, and what is said then. */
  readonly noInput: number;
  readonly noMatch: number;
  /** Silence that every option has behind it in a longer menu; 0 where some are recordings. */
  readonly pause: number;
}

/** The longest name of a key, in seconds: another key may have a shorter one (judgement). */
const keyName = 0.5;

/** How much less the text of an option can take when its key gets another name. */
function otherKeySaves(text: string, language: Language): number {
  const { keys } = spokenKeys(text, language);
  const now = readingSeconds(text, language);
  const others = keys.flatMap(({ key }) =>
    Array.from({ length: 10 }, (_, other) =>
      readingSeconds(respeakKeys(text, language, new Map([[key, String(other)]])), language),
    ),
  );
  return Math.max(0, now - Math.min(now, ...others));
}

const isRecording = (say: Prompt | undefined): boolean =>
  say?.recording !== undefined || say?.unknown !== undefined;

function optionFloors(
  script: Script,
  menu: NodeOfKind<'menu'>,
  language: Language,
  model: CallerTimeModel,
): readonly number[] {
  const { options, pauses } = menuAudio(script, menu, language, model);
  const shared = promptText(menu.say, language, script.language) ?? '';
  const namesKeysByWord = spokenKeys(shared, language).keys.some(
    ({ start, end }) => !/^[0-9０-９*#]+$/.test(shared.slice(start, end)),
  );
  return menu.options.map((option, index) => {
    const own = (options[index] ?? 0) - (pauses[index] ?? 0);
    if (own === 0) return 0;
    const isRecorded = isRecording(option.say);
    const text = promptText(option.say, language, script.language);
    const saves = isRecorded
      ? 0
      : text === undefined
        ? namesKeysByWord
          ? keyName
          : 0
        : otherKeySaves(text, language) * model.textTimeFactor;
    return Math.max(0, own - saves);
  });
}

/** Reckons the floors of all menus of a flow. */
export function menuFloors(
  { nodes, script }: CallFlow,
  language: Language,
  model: CallerTimeModel,
): MenuFloors {
  const menus = new Map<NodeId, { readonly header: number; readonly options: readonly number[] }>();
  let [fullListenShare, shortestOption, pause] = [1, Infinity, model.pause];
  let [noInput, noMatch] = [Infinity, Infinity];
  const say = (prompt: Prompt | undefined) => saidSeconds(prompt, language, script, model).seconds;
  for (const { id, node } of nodes) {
    if (node.kind !== 'menu') continue;
    const { header } = menuAudio(script, node, language, model);
    const options = optionFloors(script, node, language, model);
    menus.set(id, { header, options });
    const silence = retryPolicy(script, node, 'noInput');
    noInput = Math.min(noInput, model.entry + silence.wait + say(silence.say));
    const mistake = retryPolicy(script, node, 'noMatch');
    noMatch = Math.min(noMatch, model.entry + model.press + say(mistake.say));
    if (canInterrupt(script, node)) fullListenShare = model.fullListenShare;
    shortestOption = Math.min(shortestOption, ...options);
    if (node.options.some(({ say }) => isRecording(say))) pause = 0;
  }
  return {
    menus,
    shortestOption: Number.isFinite(shortestOption) ? shortestOption : 0,
    fullListenShare,
    pause,
    noInput: Number.isFinite(noInput) ? noInput : 0,
    noMatch: Number.isFinite(noMatch) ? noMatch : 0,
  };
}
