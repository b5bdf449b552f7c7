import type { ImportReport } from '../import/import-report.ts';
import { plural } from './plural.ts';

/** What became of a vendor's file, for people: a few lines that add up. */
export function importToText(report: ImportReport | undefined): string {
  if (report === undefined) return 'This is a native menu already; nothing was translated.\n';
  const opaque = Object.entries(report.opaque).sort(([a], [b]) => (a < b ? -1 : 1));
  const opaqueBlocks = opaque.reduce((sum, [, count]) => sum + count, 0);
  const lines = [
    `${plural(report.blocks, 'block')} of ${plural(report.flows, 'flow')} became ${plural(report.nodes, 'node')}.`,
    opaqueBlocks === 0
      ? 'Every block has a meaning here.'
      : `${plural(opaqueBlocks, 'block')} kept as they are: ${opaque.map(([type, count]) => `${type} (${count})`).join(', ')}.`,
    `${report.promptsUnknown} of ${plural(report.prompts, 'prompt')} have words that stand elsewhere.`,
    ...report.eventHooks.map(
      ({ event, flow }) => `At ${event} the flow "${flow}" runs beside the call.`,
    ),
    ...report.unresolved.map(
      ({ at, message }) => `${at.path}:${at.start.line}:${at.start.column}: ${message}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
