import { lowerBound, type LowerBound } from '../optimise/lower-bound.ts';
import type { MenuProblem } from '../optimise/menu-problem.ts';
import type { MenuTree } from '../optimise/menu-tree.ts';
import { solveMenu } from '../optimise/solve-menu.ts';
import { treeSeconds } from '../optimise/tree-seconds.ts';
import type { Language } from '../script/values.ts';
import { IvrError } from '../source/ivr-error.ts';
import { grouped } from '../source/plural.ts';
import { buildMenu } from './build-menu.ts';
import { checkDesignOptions, mostKeys } from './check-design-options.ts';
import type { Design } from './design.ts';
import { defaultDesignModel, type DesignModel, type DesignOptions } from './design-options.ts';
import { phrasesOf } from './design-phrases.ts';
import { groupNumbers, type ReasonGroups } from './group-numbers.ts';
import { labelsFor, type Labels } from './label-seconds.ts';
import { mostWanted } from './most-wanted.ts';
import { keyPhraseText } from './option-text.ts';
import { pinnedReasons, type Pinned } from './pinned-reasons.ts';
import { textsIn, type ReasonTable, type WantedReason } from './wanted-reason.ts';

/** The key for a person, in every menu. */
const personKey = '0';
const rounding = 1e-9;

interface Asked {
  readonly reasons: readonly WantedReason[];
  readonly leftOut: readonly WantedReason[];
  readonly labels: Labels;
  readonly model: DesignModel;
  readonly groups: ReasonGroups;
  readonly pinned: ReadonlyMap<string, Pinned>;
  readonly width: number;
  readonly depth: number;
  readonly keepsOrder: boolean;
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

const callsIn = (reasons: readonly WantedReason[], language: Language): number =>
  sum(reasons.map((reason) => textsIn(reason, language)?.calls ?? 0));

/** The problem as callers of these languages meet it: options last what they last for them on average. */
function problemFor(asked: Asked, languages: readonly Language[]): MenuProblem {
  const { reasons, leftOut, labels, model, groups, pinned, width, depth, keepsOrder } = asked;
  const all = [...reasons, ...leftOut];
  const calls = languages.map((language) => callsIn(all, language));
  const mean = (of: (language: Language) => number): number => {
    if (languages.length === 1 || sum(calls) === 0) return of(languages[0] ?? '');
    return sum(languages.map((language, index) => (calls[index] ?? 0) * of(language))) / sum(calls);
  };
  const { header, press, entry, pause, optionsWithoutPause, labelSeconds } = model;
  const weightOf = (some: readonly WantedReason[]) =>
    sum(languages.map((language) => callsIn(some, language)));
  return {
    leaves: reasons.map((reason, leaf) => ({
      weight: weightOf([reason]),
      seconds: mean((language) => labels.leafSeconds(language, leaf)),
      group: groups.numbers[leaf],
      ...pinned.get(reason.reason),
    })),
    constants: { header, press, entry, fullListenShare: 0, pause, optionsWithoutPause },
    categorySeconds:
      labelSeconds ??
      ((leaves, rank) => mean((language) => labels.categorySeconds(language, leaves, rank))),
    leastCategorySeconds: mean((language) => labels.categoryRange(language).least),
    mostCategorySeconds: mean((language) => labels.categoryRange(language).most),
    allowed: groups.are === 'any' ? 'any' : 'groups',
    last: {
      weight: weightOf(leftOut),
      seconds: mean((language) => labels.personSeconds(language)),
    },
    width,
    depth,
    keepsOrder,
  };
}

/** True where every option takes as long in all languages, so that their mean hides nothing. */
function soundAlike(problems: readonly MenuProblem[]): boolean {
  const [first, ...others] = problems;
  return others.every(
    ({ leaves, categorySeconds, last }) =>
      typeof categorySeconds === 'number' &&
      last?.seconds === first?.last?.seconds &&
      leaves.every(({ seconds }, index) => seconds === first?.leaves[index]?.seconds),
  );
}

function noneFits({ reasons, width, depth, groups }: Asked): IvrError {
  const deep = depth === Infinity ? '' : `, ${depth} deep`;
  const kept = groups.are === 'kept' ? ' that keep groups together' : '';
  const free = groups.are === 'kept' ? ', let groups share a menu with --groups' : '';
  return new IvrError(
    'usage',
    `${grouped(reasons.length)} reasons don't fit into menus of ${width} options${deep}${kept}.`,
    { help: `Allow wider or deeper menus${free}, or leave out the least wanted with --share.` },
  );
}

/** A menu for what was asked, and what is known of it. */
interface Answer {
  readonly asked: Asked;
  readonly whole: MenuProblem;
  readonly tree: MenuTree;
  readonly secondsPerCall: number;
  readonly bounds: readonly LowerBound[];
  readonly bound: number;
  readonly isOptimal: boolean;
}

/** Searches for the whole, and reckons each language by its own words. Nothing where none fits. */
function answerTo(asked: Asked, table: ReasonTable, seed: number): Answer | undefined {
  const whole = problemFor(asked, table.languages);
  const solved = solveMenu(whole, { seed });
  if (solved === undefined) return undefined;
  const { tree } = solved;
  const spoken = table.languages
    .map((language) => {
      const calls = callsIn([...asked.reasons, ...asked.leftOut], language);
      return { share: calls / table.calls, problem: problemFor(asked, [language]) };
    })
    .filter((one) => one.share > 0);
  const problems = spoken.map(({ problem }) => problem);
  const bounds = problems.map((problem) => lowerBound(problem));
  const bound = sum(spoken.map((one, index) => one.share * (bounds[index]?.seconds ?? 0)));
  const secondsPerCall = sum(spoken.map((one) => one.share * treeSeconds(one.problem, tree)));
  const isProved = solved.isOptimal && (problems.length < 2 || soundAlike(problems));
  const isOptimal = isProved || secondsPerCall <= bound + rounding;
  return { asked, whole, tree, secondsPerCall, bounds, bound, isOptimal };
}

/**
 * The better of several answers: where all reasons may share a menu, menus of one group each may do, too,
 * and have shorter names. It is the best of all where each is the best of its kind.
 */
function better(one: Answer | undefined, other: Answer | undefined): Answer | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const best = other.secondsPerCall < one.secondsPerCall - rounding ? other : one;
  const bound = Math.min(one.bound, other.bound);
  return { ...best, bound, isOptimal: one.isOptimal && other.isOptimal };
}

/**
 * The menu in which callers for these reasons listen and press least: exactly up to 14 reasons, and for
 * more where all options take as long; else the best that a search finds, with how far it can be from the
 * best. Callers of several languages meet the same menu, each in their own words. Throws `usage` where
 * the reasons don't fit the limits, or an option names what the table doesn't have.
 */
export function designMenu(table: ReasonTable, options: DesignOptions = {}): Design {
  const model = { ...defaultDesignModel, ...options.model };
  checkDesignOptions(options, model, table.reasons);
  const { width = mostKeys, depth = Infinity, share = 1, pins = [], seed = 1 } = options;
  const keepsOrder = options.keepOrder === true;
  const pinned = pinnedReasons(pins, table.reasons);
  const { kept: reasons, leftOut } = mostWanted(table.reasons, share, new Set(pinned.keys()));
  const askedWith = (groups: ReasonGroups): Asked => {
    const labels = labelsFor(reasons, model, groups.are);
    return { reasons, leftOut, labels, model, groups, pinned, width, depth, keepsOrder };
  };
  const asked = askedWith(groupNumbers(reasons, options.groups));
  const apart =
    options.groups === 'any' && !keepsOrder ? groupNumbers(reasons, undefined) : undefined;
  const answer = better(
    answerTo(asked, table, seed),
    apart?.are === 'kept' && model.labelSeconds === undefined
      ? answerTo(askedWith(apart), table, seed)
      : undefined,
  );
  if (answer === undefined) throw noneFits(asked);
  const { secondsPerCall, bound, bounds, isOptimal, whole, tree } = answer;
  const { labels } = answer.asked;
  return {
    title: options.title,
    languages: table.languages,
    menu: buildMenu({ problem: whole, reasons, languages: table.languages, labels }, tree),
    person: {
      key: personKey,
      words: table.languages.map((language) => {
        const text = keyPhraseText(phrasesOf(language)?.person ?? '', personKey);
        return { language, label: text, text };
      }),
    },
    leftOut,
    calls: table.calls,
    ...{ secondsPerCall, bound, bounds, isOptimal, model, width, keepsOrder },
    depth: depth === Infinity ? undefined : depth,
    groups: asked.groups.are,
  };
}
