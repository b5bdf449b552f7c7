import { nameFrom, type NodeId } from '../../script/names.ts';
import type { Source } from '../../source/source.ts';
import { fileTitle } from '../file-title.ts';
import type { Imported } from '../importer.ts';
import { mergeReports } from '../import-report.ts';
import { noExportFolder, type ExportFolder } from './export-folder.ts';
import type { FoundFlows } from './find-contact-flows.ts';
import { importContactFlow } from './import-contact-flow.ts';
import { createNameTable } from '../name-table.ts';

/** Imports all flows of a file, each as a script of its own under a name of its own. */
export function importContactFlows(
  source: Source,
  found: readonly FoundFlows[],
  folder: ExportFolder = noExportFolder,
): Imported {
  const ids = createNameTable();
  const imported = found
    .flatMap(({ flows }) => flows)
    .map((flow) => {
      const id = ids.take(nameFrom(flow.name ?? fileTitle(source.path), 'flow'));
      return importContactFlow(flow, id as NodeId, folder);
    });
  return {
    documents: imported.map(({ document }) => document),
    findings: found.flatMap(({ findings }) => findings),
    report: mergeReports(imported.map(({ report }) => report)),
  };
}
