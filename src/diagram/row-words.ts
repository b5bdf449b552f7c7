import { formatDuration } from '../script/values.ts';
import type { Script, ScriptNode } from '../script/script.ts';
import { visible } from './card-title.ts';
import type { FoldedExit } from './fold-exits.ts';
import type { StepId } from './read-steps.ts';
import type { RowIcon } from './row-icons.ts';
import type { Words } from './words.ts';

/** What a row says: its sign, its words, and what is said more quietly after them. */
export interface RowWords {
  /** The key on its keycap; other exits have an icon. */
  readonly key: string | undefined;
  readonly icon: RowIcon;
  readonly label: string;
  readonly note: string;
  /** Whether the note says when callers go this way, not where: then half of it says nothing. */
  readonly isWhen: boolean;
}

interface RowSources {
  readonly words: Words;
  readonly script: Script;
  readonly title: (id: StepId) => string;
}

const stateIcons: Readonly<Record<string, RowIcon>> = {
  open: 'sun',
  closed: 'moon',
  holiday: 'star',
  emergency: 'bell',
};

function iconOf(node: ScriptNode | undefined, { exit }: FoldedExit): RowIcon {
  switch (exit.trigger) {
    case 'key':
    case 'next':
      return 'arrow';
    case 'case': {
      const isState =
        node?.kind === 'branch' && typeof node.on === 'object' && 'calendar' in node.on;
      if (node?.kind === 'menu') return 'speech';
      const value = exit.value ?? '';
      return (
        (isState && Object.hasOwn(stateIcons, value) ? stateIcons[value] : undefined) ?? 'diamond'
      );
    }
    case 'success':
      return 'check';
    case 'failure':
      return 'barred';
    case 'noInput':
      return 'hourglass';
    case 'noMatch':
      return 'cross';
    case 'overflow':
      return 'spill';
    case 'closed':
      return 'moon';
    case 'error':
      return 'alarm';
  }
}

/** What the author calls this exit, whatever it leads to. */
function ownName(
  node: ScriptNode | undefined,
  { exit }: FoldedExit,
  { words }: RowSources,
): string | undefined {
  if (node?.kind === 'menu' && exit.option !== undefined) {
    const option = node.options[exit.option];
    const intent = option?.key === undefined ? visible(option?.intent) : undefined;
    return visible(option?.title) ?? (intent === undefined ? undefined : `“${intent}”`);
  }
  if (exit.trigger === 'case') {
    const title =
      node?.kind === 'branch'
        ? node.cases.find(({ when }) => when === exit.value)?.title
        : undefined;
    return visible(title) ?? visible(exit.value);
  }
  if (exit.trigger === 'next' && node?.kind === 'branch') return words.otherwise;
  return undefined;
}

function destination(folded: FoldedExit, { words, title }: RowSources): string {
  const { exit, targets, way } = folded;
  switch (way) {
    case 'wire':
    case 'jump':
    case 'more':
      return title(targets[0] ?? '');
    case 'repeat':
      return exit.trigger === 'noInput' || exit.trigger === 'noMatch'
        ? words.asksAgain[exit.trigger]
        : words.repeat;
    case 'back':
      return targets.length === 1 ? title(targets[0] ?? '') : words.previousMenu;
    case 'loose':
      if (exit.does === 'back') return words.noMenuBefore;
      return exit.to === undefined ? words.nowhere : words.noSuchStep(exit.to);
  }
}

function condition(
  node: ScriptNode | undefined,
  { exit, way }: FoldedExit,
  { words, script }: RowSources,
): string {
  if (way === 'repeat') return '';
  if (exit.trigger === 'noInput' || exit.trigger === 'noMatch') {
    const own =
      node?.kind === 'menu' || node?.kind === 'collect' ? node[exit.trigger]?.attempts : undefined;
    const attempts = own ?? script.defaults?.[exit.trigger]?.attempts ?? 1;
    return attempts > 1 ? words.afterTries(attempts) : '';
  }
  const wait =
    exit.trigger === 'overflow' && node?.kind === 'queue' ? node.overflow?.after : undefined;
  return wait === undefined ? '' : words.after(formatDuration(wait));
}

/** The words of a row. Where the row's own name doesn't say where it leads, and no line does, a note does. */
export function rowWords(
  node: ScriptNode | undefined,
  folded: FoldedExit,
  from: RowSources,
): RowWords {
  const { exit, way } = folded;
  const icon = iconOf(node, folded);
  const leadsTo = destination(folded, from);
  const isState = icon === 'sun' || icon === 'moon' || icon === 'star' || icon === 'bell';
  const named = isState && way !== 'loose' ? undefined : ownName(node, folded, from);
  const note = named === undefined || way === 'wire' ? '' : leadsTo === named ? '' : leadsTo;
  const when = note === '' ? condition(node, folded, from) : '';
  return {
    key: exit.trigger === 'key' ? (exit.value ?? '') : undefined,
    icon,
    label: named ?? leadsTo,
    note: note === '' ? when : note,
    isWhen: when !== '',
  };
}
