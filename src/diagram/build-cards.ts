import type { CallFlow } from '../flow/call-flow.ts';
import { callerOrder } from './caller-order.ts';
import { measureCard } from './measure-card.ts';
import type { Card, CardRow } from './card.ts';
import { factsOf } from './card-facts.ts';
import { cleanText } from './clean-text.ts';
import type { FoldedExit } from './fold-exits.ts';
import type { StepTree } from './grow-tree.ts';
import { formatCount, formatShare } from './numbers.ts';
import type { DrawOptions, NodeFinding } from './options.ts';
import type { Step, StepId, StepSource } from './read-steps.ts';
import type { Traffic } from './read-traffic.ts';
import { rowWords } from './row-words.ts';
import type { Words } from './words.ts';

/** What was decided about the flow before any card is written. */
export interface Plan {
  readonly tree: StepTree;
  readonly exits: ReadonlyMap<StepId, readonly FoldedExit[]>;
  readonly letters: ReadonlyMap<StepId, string>;
  /** For every step of a spine but the last, the one under it. */
  readonly below: ReadonlyMap<StepId, StepId>;
  readonly traffic: Traffic | undefined;
  readonly words: Words;
  readonly titles: ReadonlyMap<StepId, string>;
  /** How many steps of the whole flow hang on each. */
  readonly sizes: ReadonlyMap<StepId, number>;
  /** The page on which a step stands that isn't on this one. */
  readonly elsewhere: (id: StepId) => number | undefined;
}

const shareOf = (part: number, whole: number | undefined): number =>
  whole === undefined || whole <= 0 ? 0 : Math.min(1, part / whole);

function signOf({ way, targets }: FoldedExit, below: StepId | undefined): CardRow['sign'] {
  if (way === 'repeat' || way === 'back') return way;
  return way === 'wire' && below !== undefined && targets[0] === below ? 'down' : undefined;
}

/** The letter that a way goes on at, or how many steps it leads to that aren't shown. */
function connectorOf({ way, targets }: FoldedExit, plan: Plan): string | undefined {
  const target = targets[0] ?? '';
  if (way === 'jump') return plan.letters.get(target);
  return way === 'more' ? `+${plan.sizes.get(target) ?? 1}` : undefined;
}

function needsNoRow({ exit, way }: FoldedExit): boolean {
  return way === 'wire' && (exit.trigger === 'next' || exit.trigger === 'success');
}

/** What callers did on another page to come to this one. */
function entranceFacts({ exits }: StepSource, words: Words, page: string): string {
  const ways = exits.map(({ exit }) =>
    [words.triggers[exit.trigger], cleanText(exit.value ?? '')].filter((part) => part !== ''),
  );
  const said = ways.map((way) => way.join(' ')).join(', ');
  return page === '' ? said : `${said} · ${page}`;
}

const severityRank = { error: 0, warning: 1, info: 2 } as const;

function groupFindings(
  findings: readonly NodeFinding[],
): ReadonlyMap<string, readonly NodeFinding[]> {
  const groups = new Map<string, NodeFinding[]>();
  const worstFirst = [...findings].sort(
    (a, b) => severityRank[a.severity] - severityRank[b.severity] || a.number - b.number,
  );
  for (const finding of worstFirst) {
    const others = groups.get(finding.node);
    if (others === undefined) groups.set(finding.node, [finding]);
    else others.push(finding);
  }
  return groups;
}

/** Writes the cards of all steps, in the order in which callers hear them; stranded ones come last. */
export function buildCards(flow: CallFlow, plan: Plan, options: DrawOptions): readonly Card[] {
  const { tree, words, traffic, below } = plan;
  const language = options.language ?? flow.script.language;
  const sources = {
    words,
    directory: options.directory,
    language,
    scriptLanguage: flow.script.language,
  };
  const { titles } = plan;
  const title = (id: StepId): string => titles.get(id) ?? id;
  const pageNote = (id: StepId | undefined): string => {
    const page = id === undefined ? undefined : plan.elsewhere(id);
    return page === undefined ? '' : words.onPage(page);
  };
  const findings = groupFindings(options.findings ?? []);
  const stranded = new Set(callerOrder(tree.stranded, tree.children));

  const rowOf = (step: Step, folded: FoldedExit): CardRow => {
    const calls = traffic?.callsOn(step, folded);
    const share = calls === undefined ? undefined : shareOf(calls, traffic?.enteredOf(step));
    const { key, icon, label, note, isWhen } = rowWords(step.node?.node, folded, {
      words,
      script: flow.script,
      title,
    });
    const page = folded.way === 'jump' ? pageNote(folded.targets[0]) : '';
    return {
      folded,
      key,
      icon,
      label,
      note: page === '' ? note : page,
      isWhen: isWhen || page !== '',
      calls,
      share,
      percent: share === undefined || folded.way === 'loose' ? '' : formatShare(share, words),
      letter: connectorOf(folded, plan),
      sign: signOf(folded, below.get(step.id)),
    };
  };

  const cardOf = (step: Step): Card => {
    const exits = plan.exits.get(step.id) ?? [];
    const entered = traffic?.enteredOf(step);
    const lost = traffic?.dropOutsOf(step) ?? 0;
    const [only] = exits;
    const card = {
      step,
      kind: step.node?.kind ?? ('start' as const),
      title: title(step.source?.step ?? step.id),
      sub:
        step.source === undefined
          ? factsOf(step, sources)
          : entranceFacts(step.source, words, pageNote(step.source.step)),
      entered,
      count: entered === undefined ? '' : formatCount(entered, words),
      lost: lost > 0 ? { calls: lost, share: shareOf(lost, entered) } : undefined,
      findings: findings.get(step.id) ?? [],
      exits: exits.map((exit) => rowOf(step, exit)),
      hasRows: exits.length > 1 || (only !== undefined && !needsNoRow(only)),
      letter: plan.letters.get(step.id),
      isStranded: stranded.has(step.id),
      below: below.get(step.id),
    };
    return { ...card, ...measureCard(card) };
  };

  const order = callerOrder([...tree.starts, ...tree.rail, ...tree.stranded], tree.children);
  return order.flatMap((id) => tree.steps.get(id) ?? []).map(cardOf);
}
