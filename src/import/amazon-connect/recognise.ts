import type { Importer, TreeReading } from '../importer.ts';
import { findContactFlows } from './find-contact-flows.ts';

/** Flows of Amazon Connect, bare or in what they come wrapped in. */
export const contactFlowImporter: Importer<TreeReading> = {
  format: 'amazon-connect',
  title: 'Amazon Connect',
  recognise({ source, trees, neighbours }) {
    const found = trees.flatMap((tree) => findContactFlows(source, tree) ?? []);
    return found.length === 0
      ? undefined
      : async () => {
          const [{ importContactFlows }, { createExportFolder }] = await Promise.all([
            import('./import-contact-flows.ts'),
            import('./export-folder.ts'),
          ]);
          return importContactFlows(source, found, createExportFolder(neighbours));
        };
  },
};
