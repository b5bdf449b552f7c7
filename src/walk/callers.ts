import type { CallFlow } from '../flow/call-flow.ts';
import type { Language } from '../script/values.ts';
import type { Caller } from './caller.ts';
import type { CallerModel } from './caller-model.ts';
import type { ContactReason } from './contact-reasons.ts';
import { drawByWeight } from './draw.ts';
import { isSameLanguage, languagesOf } from './languages.ts';
import type { Random } from './random.ts';

/** Who calls next, and what becomes of those who were not helped. */
export interface Callers {
  /** The caller of a call that begins at a moment, and the entry (by position) that they dial. */
  readonly next: (
    at: number,
    random: Random,
  ) => { readonly caller: Caller; readonly entry: number };
  /** Tells how a call ended; who was not helped may call again. */
  readonly ended: (caller: Caller, at: number, helped: boolean, random: Random) => void;
}

interface Returning {
  readonly caller: Caller;
  readonly due: number;
}

/** Callers who wait to call again are at most this many; the others have found another way. */
const mostReturning = 1000;

/** Entries for the caller's language, else those for none in particular, else all. */
function entryFor(flow: CallFlow, language: Language, random: Random): number {
  const entries = flow.script.entries.map((entry, index) => ({ ...entry, index }));
  const own = entries.filter(
    (entry) => entry.language !== undefined && isSameLanguage(entry.language, language),
  );
  const common = entries.filter((entry) => entry.language === undefined);
  const open = own.length > 0 ? own : common.length > 0 ? common : entries;
  return open[random.below(open.length)]?.index ?? 0;
}

/**
 * The people who call. New callers have a reason by demand and a language by preference. One who was
 * not helped may come back: the first arrival after their time is theirs, with the same reason.
 */
export function callersOf(
  flow: CallFlow,
  given: {
    readonly reasons: readonly ContactReason[];
    readonly model: CallerModel;
    readonly languages?: Readonly<Record<Language, number>> | undefined;
  },
): Callers {
  const { reasons, model, languages } = given;
  const offered = languagesOf(flow.script);
  const others = offered.filter((tag) => !isSameLanguage(tag, flow.script.language));
  const weightOf = (language: Language): number => {
    if (languages !== undefined)
      return Object.hasOwn(languages, language) ? (languages[language] ?? 0) : 0;
    if (others.length === 0) return 1;
    return others.includes(language) ? (1 - model.ownLanguage) / others.length : model.ownLanguage;
  };
  let returning: readonly Returning[] = [];
  let known = 0;

  const newCaller = (random: Random): Caller => {
    known += 1;
    return {
      name: `p${String(known).padStart(5, '0')}`,
      reason: drawByWeight(reasons, ({ share }) => share, random),
      language: drawByWeight(offered, weightOf, random) ?? flow.script.language,
    };
  };
  return {
    next: (at, random) => {
      const back = returning.find(({ due }) => due <= at);
      if (back !== undefined) returning = returning.filter((other) => other !== back);
      const caller = back?.caller ?? newCaller(random);
      return { caller, entry: entryFor(flow, caller.language, random) };
    },
    ended: (caller, at, helped, random) => {
      const comesBack = !helped && random.chance(model.callAgain);
      const due = at + 1000 * random.exponential(model.callAgainAfter);
      if (comesBack && returning.length < mostReturning)
        returning = [...returning, { caller, due }];
    },
  };
}
