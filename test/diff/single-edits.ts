import type { DifferenceKind } from '../../src/diff/difference.ts';
import type { Script, ScriptNode } from '../../src/script/script.ts';

/** A script as plain, changeable data. */
interface Draft {
  readonly entries: { number?: string; start: string }[];
  nodes: Record<string, LooseNode>;
}

interface LooseOption {
  key?: string;
  to?: string;
  do?: string;
  say?: object;
  title?: string;
  set?: object;
}

interface LooseNode {
  kind: ScriptNode['kind'];
  title?: string;
  say?: object;
  to?: string;
  options?: LooseOption[];
  cases?: { when: string; to?: string }[];
  noInput?: { wait?: number; attempts?: number };
  queue?: string;
  overflow?: { after?: number };
  on?: unknown;
  error?: string;
}

/** One change of a script and the kinds of the differences that it must give, and no others. */
export interface SingleEdit {
  readonly name: string;
  readonly after: Script;
  readonly kinds: readonly DifferenceKind[];
  /** Kinds that may come with it, because they follow from it. */
  readonly mayFollow?: readonly DifferenceKind[];
}

type Change = (draft: Draft) => readonly DifferenceKind[] | undefined;

const targetFields = ['to', 'success', 'failure', 'otherwise', 'error', 'start'];

function renameTargets(value: unknown, from: string, to: string): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    if (targetFields.includes(name) && part === from) (value as Record<string, unknown>)[name] = to;
    else renameTargets(part, from, to);
  }
}

const ids = (draft: Draft): readonly string[] => Object.keys(draft.nodes);
const pick = <Item>(items: readonly Item[], choice: number): Item | undefined =>
  items.length === 0 ? undefined : items[choice % items.length];

/** All ways to change one thing; `choice` says which of the things that can be changed. */
function changes(choice: number): Readonly<Record<string, Change>> {
  const nodeWhere = (draft: Draft, fits: (node: LooseNode) => boolean) =>
    pick(Object.values(draft.nodes).filter(fits), choice);
  const optionIn = (draft: Draft) =>
    pick(
      Object.values(draft.nodes).flatMap(({ options = [] }) => options),
      choice,
    );
  return {
    'rename a node': (draft) => {
      const id = pick(ids(draft), choice) ?? '';
      draft.nodes = Object.fromEntries(
        Object.entries(draft.nodes).map(([name, node]) => [name === id ? 'renamed' : name, node]),
      );
      renameTargets(draft, id, 'renamed');
      return ['node-renamed'];
    },
    'add a node': (draft) => {
      draft.nodes['new'] = { kind: 'announcement', say: { text: 'Something new.' } };
      return ['node-added'];
    },
    'remove a node': (draft) => {
      const id = pick(ids(draft), choice) ?? '';
      draft.nodes = Object.fromEntries(Object.entries(draft.nodes).filter(([name]) => name !== id));
      return ['node-removed'];
    },
    'give a node a title': (draft) => {
      const node = nodeWhere(draft, () => true);
      if (node !== undefined) node.title = 'Another title';
      return ['setting'];
    },
    'lead on to another node': (draft) => {
      const node = nodeWhere(draft, ({ kind }) => kind === 'announcement' || kind === 'voicemail');
      if (node === undefined) return undefined;
      const to = pick(
        ids(draft).filter((id) => id !== node.to),
        choice,
      );
      if (to === undefined) return undefined;
      node.to = to;
      return ['target'];
    },
    'lead an option to another node': (draft) => {
      const option = optionIn(draft);
      const to = pick(
        ids(draft).filter((id) => id !== option?.to),
        choice,
      );
      if (option === undefined || to === undefined) return undefined;
      delete option.do;
      option.to = to;
      return ['target'];
    },
    'give an option another key': (draft) => {
      const option = optionIn(draft);
      if (option === undefined) return undefined;
      option.key = '5';
      return ['option-key'];
    },
    'add an option': (draft) => {
      const menu = nodeWhere(draft, ({ kind }) => kind === 'menu');
      if (menu === undefined) return undefined;
      menu.options = [...(menu.options ?? []), { key: '6', title: 'Unheard of', to: 'nowhere' }];
      return ['option-added'];
    },
    'remove an option': (draft) => {
      const menu = nodeWhere(draft, ({ options = [] }) => options.length > 0);
      if (menu?.options === undefined) return undefined;
      menu.options.splice(choice % menu.options.length, 1);
      return ['option-removed'];
    },
    'say something else': (draft) => {
      const node = nodeWhere(
        draft,
        ({ say }) => say !== undefined && 'text' in say && typeof say.text === 'string',
      );
      if (node === undefined) return undefined;
      node.say = { text: 'Something else.' };
      return ['prompt'];
    },
    'wait longer': (draft) => {
      const menu = nodeWhere(draft, ({ kind }) => kind === 'menu' || kind === 'collect');
      if (menu === undefined) return undefined;
      menu.noInput = { ...menu.noInput, wait: 17 };
      return ['timer'];
    },
    'ask more often': (draft) => {
      const menu = nodeWhere(draft, ({ kind }) => kind === 'menu' || kind === 'collect');
      if (menu === undefined) return undefined;
      menu.noInput = { ...menu.noInput, attempts: 9 };
      return ['setting'];
    },
    'lead to another queue': (draft) => {
      const queue = nodeWhere(draft, ({ kind }) => kind === 'queue');
      if (queue === undefined) return undefined;
      queue.queue = 'other-desk';
      return ['reference'];
    },
    'decide by something else': (draft) => {
      const branch = nodeWhere(draft, ({ kind }) => kind === 'branch');
      if (branch === undefined) return undefined;
      branch.on = { attribute: 'shoe-size' };
      return ['branch'];
    },
    'add a case': (draft) => {
      const branch = nodeWhere(draft, ({ kind }) => kind === 'branch');
      if (branch === undefined) return undefined;
      branch.cases = [...(branch.cases ?? []), { when: 'never', to: 'nowhere' }];
      return ['case-added'];
    },
    'set an attribute': (draft) => {
      const option = optionIn(draft);
      if (option === undefined) return undefined;
      option.set = { ...option.set, mood: 'good' };
      return ['attribute'];
    },
    'give an entry a number': (draft) => {
      const entry = pick(draft.entries, choice);
      if (entry === undefined) return undefined;
      entry.number = '+12025550123';
      return ['reference'];
    },
    'add an entry': (draft) => {
      draft.entries.push({ number: '+12025550124', start: 'nowhere' });
      return ['entry-added'];
    },
  };
}

export const editNames = Object.keys(changes(0));

/** One change of a script; nothing where the script has nothing that could be changed so. */
export function singleEdit(script: Script, name: string, choice: number): SingleEdit | undefined {
  const draft = structuredClone(script) as unknown as Draft;
  const kinds = changes(choice)[name]?.(draft);
  const after = draft as unknown as Script;
  if (kinds === undefined || JSON.stringify(after) === JSON.stringify(script)) return undefined;
  return name === 'remove a node'
    ? { name, after, kinds, mayFollow: ['target'] }
    : { name, after, kinds };
}
