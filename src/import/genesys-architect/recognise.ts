import type { Importer, TextReading } from '../importer.ts';

/** The first field of a flow is its type; a flow may be a template, which is no YAML until it is filled in. */
const firstField =
  /^\uFEFF?(?:---[ \t]*\r?\n|[ \t]*(?:#[^\r\n]*)?\r?\n)*(inboundCall|inqueueCall|outboundCall|inboundShortMessage|inboundEmail|inboundChat|secureCall|voicemail|workflow|workitem|commonModule|bot|digitalBot|surveyInvite):[ \t]*(?:#[^\r\n]*)?\r?\n/;

/** Flows of Genesys Cloud Architect in YAML, as Architect and Archy export them. */
export const architectImporter: Importer<TextReading> = {
  format: 'genesys-architect',
  title: 'Genesys Cloud Architect',
  recognise({ source }) {
    const type = firstField.exec(source.text)?.[1];
    if (type === undefined) return undefined;
    return async () => {
      const { readYaml } = await import('../../source/read-yaml.ts');
      const { importArchitectFlow } = await import('./import-architect-flow.ts');
      const { fillTemplates } = await import('./fill-templates.ts');
      const { tree, findings } = readYaml({ path: source.path, text: fillTemplates(source.text) });
      if (tree === undefined) {
        const { mergeReports } = await import('../import-report.ts');
        return { documents: [], findings, report: mergeReports([]) };
      }
      const imported = importArchitectFlow(source, type, tree);
      return { ...imported, findings: [...findings, ...imported.findings] };
    };
  },
};
