import { lowerBound, type LowerBound } from '../optimise/lower-bound.ts';
import type { MenuProblem } from '../optimise/menu-problem.ts';
import { solveMenu } from '../optimise/solve-menu.ts';
import { treeSeconds } from '../optimise/tree-seconds.ts';
import type { Language } from '../script/values.ts';
import { IvrError } from '../source/ivr-error.ts';
import { buildMenu } from './build-menu.ts';
import type { Design } from './design.ts';
import { defaultDesignModel, type DesignModel, type DesignOptions } from './design-options.ts';
import { phrasesOf } from './design-phrases.ts';
import { groupNumbers, type ReasonGroups } from './group-numbers.ts';
import { labelsFor, textsIn, type Labels } from './label-seconds.ts';
import { mostWanted } from './most-wanted.ts';
import { keyPhraseText } from './option-text.ts';
import { pinnedReasons, type Pinned } from './pinned-reasons.ts';
import type { ReasonTable, WantedReason } from './wanted-reason.ts';

/** The key for a person, in every menu. */
const personKey = '0';
/** Keys for all else: 1 to 9. */
const mostKeys = 9;
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
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

const callsIn = (reasons: readonly WantedReason[], language: Language): number =>
  sum(reasons.map((reason) => textsIn(reason, language)?.calls ?? 0));

/** The problem as callers of these languages meet it: options last what they last for them on average. */
function problemFor(asked: Asked, languages: readonly Language[]): MenuProblem {
  const { reasons, leftOut, labels, model, groups, pinned, width, depth } = asked;
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
      ((leaves, isInFirst) =>
        mean((language) => labels.categorySeconds(language, leaves, isInFirst))),
    leastCategorySeconds: mean((language) => labels.categoryRange(language).least),
    mostCategorySeconds: mean((language) => labels.categoryRange(language).most),
    allowed: groups.are === 'any' ? 'any' : 'groups',
    last: {
      weight: weightOf(leftOut),
      seconds: mean((language) => labels.personSeconds(language)),
    },
    width,
    depth,
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
  const kept = groups.are === 'kept' ? ' with their groups kept' : '';
  const free = groups.are === 'kept' ? ', let groups share a menu with --groups' : '';
  return new IvrError(
    'usage',
    `${reasons.length} reasons don't fit menus of ${width} options${deep}${kept}.`,
    { help: `Allow wider or deeper menus${free}, or leave the least wanted out with --share.` },
  );
}

function checked(options: DesignOptions, model: DesignModel): void {
  const { width = mostKeys, depth = Infinity, share = 1 } = options;
  const wrong = (message: string, help: string) => new IvrError('usage', message, { help });
  if (!(Number.isInteger(width) && width >= 1 && width <= mostKeys))
    throw wrong(`Menus can't have ${width} options.`, `A phone has the keys 1 to ${mostKeys}.`);
  if (!(depth >= 1 && (Number.isInteger(depth) || depth === Infinity)))
    throw wrong(`Menus can't be ${depth} deep.`, 'Give a whole number of 1 or more.');
  if (!(share > 0 && share <= 1))
    throw wrong('A share of the calls is more than none and at most all.', 'Write it like 80%.');
  for (const [name, seconds] of Object.entries(model) as [string, number | undefined][]) {
    if (seconds === undefined || (seconds >= 0 && seconds <= 600)) continue;
    throw wrong(`${seconds} is no number of seconds for ${name}.`, 'Give 0 to 600.');
  }
  for (const { reason, key } of options.pins ?? []) {
    if (key === undefined || (Number.isInteger(key) && key >= 1 && key <= mostKeys)) continue;
    throw wrong(`"${reason}" can't have key ${key}.`, `The keys are 1 to ${mostKeys}.`);
  }
}

/**
 * The menu in which callers for these reasons listen and press least: exactly up to 14 reasons, and for
 * more where all options take as long; else the best that a search finds, with how far it can be from the
 * best. Callers of several languages meet the same menu, each in their own words. Throws `usage` where
 * the reasons don't fit the limits, or an option names what the table doesn't have.
 */
export function designMenu(table: ReasonTable, options: DesignOptions = {}): Design {
  const model = { ...defaultDesignModel, ...options.model };
  checked(options, model);
  const { width = mostKeys, depth = Infinity, share = 1, pins = [] } = options;
  const pinned = pinnedReasons(pins, table.reasons);
  const { kept: reasons, leftOut } = mostWanted(table.reasons, share, new Set(pinned.keys()));
  const groups = groupNumbers(reasons, options.groups);
  const labels = labelsFor(reasons, model, groups.are);
  const asked: Asked = { reasons, leftOut, labels, model, groups, pinned, width, depth };
  const whole = problemFor(asked, table.languages);
  const solved = solveMenu(whole, { seed: options.seed ?? 1 });
  if (solved === undefined) throw noneFits(asked);
  const spoken = table.languages
    .map((language) => {
      const calls = callsIn([...reasons, ...leftOut], language);
      return { share: calls / table.calls, problem: problemFor(asked, [language]) };
    })
    .filter((one) => one.share > 0);
  const problems = spoken.map(({ problem }) => problem);
  const bounds = problems.map((problem): LowerBound => lowerBound(problem));
  const bound = sum(spoken.map((one, index) => one.share * (bounds[index]?.seconds ?? 0)));
  const secondsPerCall = sum(
    spoken.map((one) => one.share * treeSeconds(one.problem, solved.tree)),
  );
  const isProved = solved.isOptimal && (problems.length < 2 || soundAlike(problems));
  return {
    title: options.title,
    languages: table.languages,
    menu: buildMenu({ problem: whole, reasons, languages: table.languages, labels }, solved.tree),
    person: {
      key: personKey,
      words: table.languages.map((language) => {
        const text = keyPhraseText(phrasesOf(language)?.person ?? '', personKey);
        return { language, label: text, text };
      }),
    },
    leftOut,
    calls: table.calls,
    secondsPerCall,
    bound,
    bounds,
    isOptimal: isProved || secondsPerCall <= bound + rounding,
    model,
    width,
    depth: depth === Infinity ? undefined : depth,
    groups: groups.are,
  };
}
