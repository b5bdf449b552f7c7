import { nameFrom, type NodeId } from '../../script/names.ts';
import type { ScriptNode } from '../../script/script.ts';
import type { Extent, Tree } from '../../source/tree.ts';
import type { Mark } from '../draft.ts';
import type { ImportNote } from '../import-report.ts';
import { createNameTable } from '../name-table.ts';
import { below, fieldsOf, itemsOf, textBelow } from '../tree-values.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { createBlockCount, type BlockCount } from './count-blocks.ts';
import { asWritten } from './fill-templates.ts';

/** What stands around an action: where its sequence goes on, and which menu and loop it is in. */
export interface Surroundings {
  /** Where the call goes behind the last action of the sequence. */
  readonly end: NodeId;
  /** Where it goes on when the task is over. */
  readonly taskEnd: NodeId;
  readonly menu: NodeId | undefined;
  readonly loop: { readonly next: NodeId; readonly exit: NodeId } | undefined;
  /** The tasks that are being called, to the one that the action is in. */
  readonly calls: readonly string[];
}

/** An action to be mapped: its node has its name already. */
export interface Job extends Surroundings {
  readonly id: NodeId;
  readonly kind: string;
  readonly kindAt: Extent;
  readonly body: Tree;
  readonly next: NodeId;
}

/** Collects the nodes of a flow. Nothing here follows the nesting of a file by recursion. */
export interface FlowBuilder {
  readonly freshId: (wanted: string, fallback: string) => NodeId;
  readonly add: (
    id: NodeId,
    node: ScriptNode,
    at: Extent,
    marks?: readonly (readonly [path: Mark['path'], at: Extent | undefined])[],
  ) => void;
  /** Opens a list of actions; gives the node that it begins at, or `end` where it is empty. */
  readonly open: (actions: Tree | undefined, around: Surroundings) => NodeId;
  /** The node of a reference such as `/inboundCall/menus/menu[Main Menu_10]`. */
  readonly refer: (reference: string | undefined) => NodeId;
  readonly note: (message: string, at: Extent) => void;
  /** What `settingsActionDefaults` says of actions of this kind. */
  readonly defaultsOf: (kind: string) => Tree | undefined;
  /** The actions of a task that is called; nothing where so much has been copied that it must end. */
  readonly taskToCopy: (reference: string) => Tree | undefined;
  /** Where calls end that are led nowhere. */
  readonly flowEnds: () => NodeId;
}

/** Tasks that call each other twice a level would otherwise double with each level. */
const mostCopied = 20_000;

/** The last name in brackets of a reference, with the kind of thing in front of it. */
function partsOf(reference: string): { readonly kind: string; readonly name: string } | undefined {
  const open = reference.lastIndexOf('[');
  const kind = /([A-Za-z]+)$/.exec(reference.slice(0, open))?.[1];
  if (open < 0 || kind === undefined || !reference.endsWith(']')) return undefined;
  return { kind, name: reference.slice(open + 1, -1) };
}

const keyOf = (kind: string, name: string): string => `${kind}[${name}]`;

export interface BuiltFlow {
  readonly nodes: [NodeId, ScriptNode][];
  readonly marks: Mark[];
  readonly notes: { readonly message: ImportNote['message']; readonly at: Extent }[];
  readonly blocks: BlockCount;
  readonly jobs: Job[];
  /** Names a menu, a task or a state, before anything refers to it. */
  readonly declare: (kind: string, body: Tree) => NodeId;
  readonly builder: FlowBuilder;
}

export function createFlowBuilder(flow: Tree): BuiltFlow {
  const names = createNameTable();
  const known = new Map<string, NodeId>();
  const bodies = new Map<string, Tree>();
  const missing = new Map<string, NodeId>();
  const freshId = (wanted: string, fallback: string) =>
    names.take(nameFrom(asWritten(wanted), fallback)) as NodeId;
  let ending: NodeId | undefined;
  let copied = 0;

  const built: BuiltFlow = {
    nodes: [],
    marks: [],
    notes: [],
    jobs: [],
    blocks: createBlockCount(),
    declare(kind, body) {
      const refId = textBelow(body, 'refId');
      const name = textBelow(body, 'name');
      const id = freshId(name ?? refId ?? kind, kind);
      built.blocks.meet(below(body, 'name') ?? body);
      for (const one of [refId, name]) {
        const key = keyOf(kind, one ?? '');
        if (one === undefined || known.has(key)) continue;
        known.set(key, id);
        bodies.set(key, body);
      }
      return id;
    },
    builder: {
      freshId,
      add(id, node, at, marks = []) {
        built.nodes.push([id, withoutUndefined(node)]);
        built.marks.push({ path: ['nodes', id], at });
        for (const [path, place] of marks) {
          if (place !== undefined) built.marks.push({ path: ['nodes', id, ...path], at: place });
        }
      },
      open(actions, around) {
        if (actions !== undefined) built.blocks.open(actions);
        const entries = itemsOf(actions).flatMap((item) => {
          const [entry] = fieldsOf(item);
          if (entry !== undefined) return [entry];
          built.notes.push({ message: 'This item is not an action.', at: item });
          built.blocks.list(item);
          return [];
        });
        const ids = entries.map(({ name, value }) =>
          freshId(textBelow(value, 'name') ?? name, nameFrom(name, 'action')),
        );
        entries.forEach(({ name, nameExtent, value }, index) => {
          built.blocks.meet(nameExtent);
          built.jobs.push({
            ...around,
            id: ids[index] ?? around.end,
            kind: name,
            kindAt: nameExtent,
            body: value,
            next: ids[index + 1] ?? around.end,
          });
        });
        return ids[0] ?? around.end;
      },
      refer(reference) {
        const parts = reference === undefined ? undefined : partsOf(reference);
        const key = parts === undefined ? '' : keyOf(parts.kind, parts.name);
        const found = known.get(key);
        if (found !== undefined) return found;
        const wanted = parts?.name ?? reference ?? 'nowhere';
        const id = missing.get(wanted) ?? freshId(wanted, 'missing-target');
        missing.set(wanted, id);
        return id;
      },
      note(message, at) {
        built.notes.push({ message, at });
      },
      defaultsOf: (kind) => below(flow, 'settingsActionDefaults', kind),
      taskToCopy(reference) {
        const parts = partsOf(reference);
        const actions =
          parts === undefined
            ? undefined
            : below(bodies.get(keyOf(parts.kind, parts.name)), 'actions');
        copied += itemsOf(actions).length + 1;
        return copied > mostCopied ? undefined : actions;
      },
      flowEnds() {
        ending ??= names.take('flow-ends') as NodeId;
        return ending;
      },
    },
  };
  return built;
}
