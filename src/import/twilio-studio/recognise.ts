import type { Importer, TreeReading } from '../importer.ts';
import { findStudioFlows } from './find-studio-flows.ts';

/** What every flow has in it, however it is wrapped: where it begins. */
const mark = /initial_state|InitialState/;

/** Flows of Twilio Studio, bare or in what they come wrapped in. */
export const studioFlowImporter: Importer<TreeReading> = {
  format: 'twilio-studio',
  title: 'Twilio Studio',
  recognise({ source, trees }) {
    if (!mark.test(source.text)) return undefined;
    const found = trees.map((tree) => findStudioFlows(source, tree));
    const isStudio = found.some(({ flows, findings }) => flows.length + findings.length > 0);
    return isStudio
      ? async () => {
          const { importStudioFlows } = await import('./import-studio-flows.ts');
          return importStudioFlows(source, found);
        }
      : undefined;
  },
};
