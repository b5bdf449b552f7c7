import type { ImportReport } from '../import/import-report.ts';
import { plural } from '../source/plural.ts';

/** How many blocks stand for themselves, and how the others are accounted for. */
function countedBlocks({ blocks, blocksAsNodes, folded = [], notBlocks = 0 }: ImportReport) {
  if (blocksAsNodes === undefined || folded.length + notBlocks === 0) return [];
  const parts = [
    `${blocksAsNodes} have nodes of their own`,
    ...(folded.length === 0 ? [] : [`${folded.length} are part of another node`]),
    ...(notBlocks === 0 ? [] : [`${notBlocks} are none`]),
  ];
  return [`Of ${plural(blocks, 'block')} ${parts.join(', ')}.`];
}

/** What the file refers to and no other file tells of, each once. */
function lostReferences({ references = [] }: ImportReport): readonly string[] {
  const lost = references.filter(({ isFound, kind }) => !isFound && kind !== 'prompt');
  const first = new Map(lost.map((one) => [`${one.kind} ${one.name}`, one] as const).toReversed());
  return [...first.values()]
    .toReversed()
    .map(
      ({ at, kind, name }) =>
        `${at.path}:${at.start.line}:${at.start.column}: The ${kind} "${name}" is not in the files next to this one.`,
    );
}

/** What became of a vendor's file, for people: a few lines that add up. */
export function importToText(report: ImportReport | undefined): string {
  if (report === undefined) return 'This is a native menu already; nothing was translated.\n';
  const opaque = Object.entries(report.opaque).sort(([a], [b]) => (a < b ? -1 : 1));
  const opaqueBlocks = opaque.reduce((sum, [, count]) => sum + count, 0);
  const lines = [
    `${plural(report.blocks, 'block')} of ${plural(report.flows, 'flow')} became ${plural(report.nodes, 'node')}.`,
    ...countedBlocks(report),
    opaqueBlocks === 0
      ? 'Every block could be expressed.'
      : `${plural(opaqueBlocks, 'block')} kept as they are: ${opaque.map(([type, count]) => `${type} (${count})`).join(', ')}.`,
    `${report.promptsUnknown} of ${plural(report.prompts, 'prompt')} have words that are not in these files.`,
    ...report.eventHooks.map(
      ({ event, flow }) => `At ${event} the flow "${flow}" runs in parallel to the call.`,
    ),
    ...lostReferences(report),
    ...report.unresolved.map(
      ({ at, message }) => `${at.path}:${at.start.line}:${at.start.column}: ${message}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
