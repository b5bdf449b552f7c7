import type { CallFlow } from '../../flow/call-flow.ts';
import { exitsOf } from '../../flow/node-exits.ts';
import type { NodeId } from '../../script/names.ts';
import type { Script, ScriptNode } from '../../script/script.ts';
import type { ScriptDocument } from '../../script/script-document.ts';
import type { Language } from '../../script/values.ts';
import type { Trigger } from '../../script/vocabulary.ts';
import type { Finding, Severity } from '../../source/finding.ts';
import type { Path } from '../../source/tree.ts';
import type { ExportOptions, NameMap } from '../exporter.ts';
import { nameFor } from '../names.ts';
import type { Block, BlockKey } from './block.ts';

/** Where calls are cut off: exits that lead nowhere, and errors that nobody handles. */
export const cutOff: BlockKey = 'cut off';

/** A flow in the making. */
export interface Writing {
  readonly document: ScriptDocument;
  readonly script: Script;
  readonly flow: CallFlow;
  readonly options: ExportOptions;
  /** The languages that calls can be in, that of the script first. */
  readonly languages: readonly Language[];
  readonly add: (block: Block) => void;
  /** Tells what Amazon Connect can't say, at its place in the script. */
  readonly tell: (
    how: 'not-exported' | 'exported-otherwise',
    id: NodeId | undefined,
    path: Path,
    message: string,
    help: string,
    severity?: Severity,
  ) => void;
  /** The block that a node begins with; where there is no such node, the call is cut off. */
  readonly to: (id: NodeId | undefined) => BlockKey;
  /** Where an exit of a node leads. */
  readonly exit: (id: NodeId, node: ScriptNode, trigger: Trigger) => BlockKey;
  /** True where a node has an exit of this trigger. */
  readonly hasExit: (id: NodeId, node: ScriptNode, trigger: Trigger) => boolean;
  /**
   * What Amazon Connect calls a thing of the script: by the table of names, else as the script does,
   * which is told once for each thing.
   */
  readonly nameOf: (kind: keyof NameMap, name: string, id: NodeId, path: Path) => string;
}

const whatIs = {
  queues: 'queue',
  calendars: 'hours of operation',
  prompts: 'prompt',
  tasks: 'Lambda function',
  scripts: 'flow',
  numbers: 'number',
} as const satisfies Readonly<Record<keyof NameMap, string>>;

/** Begins a flow. Its blocks and findings are added to the lists. */
export function beginWriting(
  document: ScriptDocument,
  flow: CallFlow,
  options: ExportOptions,
  blocks: Block[],
  findings: Finding[],
): Writing {
  const { script } = document;
  const unnamed = new Set<string>();
  const told = new Set<string>();
  const optionLanguages = Object.values(script.nodes).flatMap((node) =>
    node.kind === 'menu' ? node.options.map(({ language }) => language) : [],
  );
  const languages = [
    script.language,
    ...script.entries.map(({ language }) => language),
    ...optionLanguages,
  ].filter((language) => language !== undefined);
  const tell: Writing['tell'] = (how, id, path, message, help, severity) => {
    const at = id === undefined ? path : ['nodes', id, ...path];
    const key = `${at.join('/')}\n${message}`;
    if (told.has(key)) return;
    told.add(key);
    findings.push({
      ruleId: how,
      severity: severity ?? (how === 'not-exported' ? 'warning' : 'info'),
      message,
      data: { node: id ?? '' },
      subject: at.join('/'),
      at: document.places.at(at),
      related: [],
      help,
    });
  };
  const exitOf = (id: NodeId, node: ScriptNode, trigger: Trigger) =>
    exitsOf(id, node, script).find((exit) => exit.trigger === trigger);
  const to: Writing['to'] = (id) =>
    id !== undefined && Object.hasOwn(script.nodes, id) ? id : cutOff;
  return {
    document,
    script,
    flow,
    options,
    languages: [...new Set(languages)],
    add: (block) => void blocks.push(block),
    tell,
    to,
    exit: (id, node, trigger) => to(exitOf(id, node, trigger)?.to),
    hasExit: (id, node, trigger) => exitOf(id, node, trigger) !== undefined,
    nameOf(kind, name, id, path) {
      const given = nameFor(options.names, kind, name);
      if (given !== undefined) return given;
      const key = `${kind} ${name}`;
      if (kind !== 'numbers' && !unnamed.has(key)) {
        unnamed.add(key);
        const what = whatIs[kind];
        tell(
          'exported-otherwise',
          id,
          path,
          `Amazon Connect needs the ARN of the ${what} "${name}"; the flow has its name instead.`,
          `Give the ARN under "${kind}" in a table of names (--names).`,
        );
      }
      return name;
    },
  };
}
