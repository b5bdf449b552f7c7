import { nameFrom, type NodeId } from '../../script/names.ts';
import type { Finding } from '../../source/finding.ts';
import type { Source } from '../../source/source.ts';
import { fileTitle } from '../file-title.ts';
import { unsupportedFormatFinding } from '../format-finding.ts';
import type { Imported } from '../importer.ts';
import { mergeReports } from '../import-report.ts';
import { createNameTable } from '../name-table.ts';
import { below, textBelow } from '../tree-values.ts';
import type { FoundFlows, StudioFlow } from './find-studio-flows.ts';
import { importStudioFlow } from './import-studio-flow.ts';
import { voicePartOf, widgetCount } from './voice-part.ts';

/** The name of a flow: that of its wrapper, else what its author wrote about it, else the file's. */
function nameOf(flow: StudioFlow): string {
  return flow.name ?? textBelow(flow.definition, 'description') ?? fileTitle(flow.source.path);
}

function noMenuFinding(flow: StudioFlow): Finding {
  const at = below(flow.definition, 'states') ?? flow.definition;
  const isEmpty = widgetCount(flow) === 0;
  const what = isEmpty
    ? 'This flow of Twilio Studio is empty: no call gets into it'
    : 'This flow of Twilio Studio is not a phone menu: no call gets into it, only messages or requests do';
  return unsupportedFormatFinding(
    flow.source,
    { start: at.start, end: at.start + 1 },
    what,
    'Connect "Incoming Call" of its trigger where it should answer calls, and export it again.',
  );
}

/** Imports all flows of a file, each as a script of its own under a name of its own. */
export function importStudioFlows(source: Source, found: readonly FoundFlows[]): Imported {
  const ids = createNameTable();
  const findings: Finding[] = found.flatMap((one) => one.findings);
  const imported = found
    .flatMap(({ flows }) => flows)
    .flatMap((flow) => {
      const part = voicePartOf(flow);
      if (part === undefined) {
        findings.push(noMenuFinding(flow));
        return [];
      }
      const fallback = nameFrom(fileTitle(source.path), 'flow');
      return [importStudioFlow(flow, part, ids.take(nameFrom(nameOf(flow), fallback)) as NodeId)];
    });
  return {
    documents: imported.map(({ document }) => document),
    findings,
    report: mergeReports(imported.map(({ report }) => report)),
  };
}
