import type { NodeId } from '../../script/names.ts';
import type { Script } from '../../script/script.ts';
import type { ScriptDocument } from '../../script/script-document.ts';
import type { Finding } from '../../source/finding.ts';
import type { Path } from '../../source/tree.ts';
import { exportFinding, type ExportTold } from '../export-finding.ts';
import type { NameMap } from '../exporter.ts';
import type { StudioWidget, Target } from './studio-widget.ts';

/** What the writers of nodes share: the script, what is written of it, and what is told. */
export interface FlowWriter {
  readonly script: Script;
  readonly document: ScriptDocument;
  readonly names: NameMap | undefined;
  readonly add: (...widgets: readonly StudioWidget[]) => void;
  readonly tell: (path: Path, told: ExportTold) => void;
  /** The widget that a call comes to which is sent to a node; nothing where it ends. */
  readonly to: (id: NodeId | undefined) => Target;
  /** The widgets that ask for the task of this name. */
  readonly askersOf: (task: string) => readonly string[];
  /** True where callers can choose a language: then the flow keeps it in a variable. */
  readonly isMultilingual: boolean;
}

/**
 * Nodes that say and do nothing have no widget: the way goes on behind them. Only where such nodes lead
 * round and round does one of them keep its name.
 */
function widgetFor(script: Script, id: NodeId | undefined): Target {
  const seen = new Set<NodeId>();
  let here = id;
  while (here !== undefined && !seen.has(here)) {
    seen.add(here);
    const node = Object.hasOwn(script.nodes, here) ? script.nodes[here] : undefined;
    if (node === undefined) return undefined;
    if (node.kind === 'hangup' && node.say === undefined) return undefined;
    if (node.kind !== 'announcement' || node.say !== undefined) return here;
    here = node.to;
  }
  return here;
}

function speaksSeveral({ language, entries, nodes }: Script): boolean {
  const options = Object.values(nodes).flatMap((node) =>
    node.kind === 'menu' ? node.options : [],
  );
  return [...entries, ...options].some(
    (chosen) => chosen.language !== undefined && chosen.language !== language,
  );
}

/** Begins to write the flow of a script; widgets and findings are in the order in which they come. */
export function createFlowWriter(document: ScriptDocument, names: NameMap | undefined) {
  const { script } = document;
  const widgets: StudioWidget[] = [];
  const findings: Finding[] = [];
  const askers = new Map<string, string[]>();
  for (const [id, node] of Object.entries(script.nodes)) {
    if (node.kind !== 'task' || typeof node.task !== 'string') continue;
    const name = node.say === undefined ? id : `${id}_task`;
    askers.set(node.task, [...(askers.get(node.task) ?? []), name]);
  }
  const writer: FlowWriter = {
    script,
    document,
    names,
    add: (...more) => {
      widgets.push(...more);
    },
    tell: (path, told) => {
      findings.push(exportFinding(document, path, told));
    },
    to: (id) => widgetFor(script, id),
    askersOf: (task) => askers.get(task) ?? [],
    isMultilingual: speaksSeveral(script),
  };
  return { writer, widgets, findings };
}
