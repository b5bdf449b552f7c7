import type { ScriptDocument } from '../script/script-document.ts';
import type { Exported, Exporter, ExportFormat, ExportOptions } from './exporter.ts';
import { writeNativeScript } from './native.ts';

const exporters = {
  'native-yaml': () =>
    Promise.resolve(({ script }) => ({ text: writeNativeScript(script, 'yaml'), findings: [] })),
  'native-json': () =>
    Promise.resolve(({ script }) => ({ text: writeNativeScript(script, 'json'), findings: [] })),
  'amazon-connect': async () =>
    (await import('./amazon-connect/write-contact-flow.ts')).writeContactFlow,
  'twilio-studio': async () =>
    (await import('./twilio-studio/write-studio-flow.ts')).writeStudioFlow,
  typescript: async () => (await import('./typescript.ts')).writeTypescript,
  freeswitch: async () => (await import('./freeswitch/write-freeswitch.ts')).writeFreeswitch,
  voicexml: async () => (await import('./voicexml/write-voicexml.ts')).writeVoicexml,
  mermaid: async () => (await import('./mermaid.ts')).writeMermaid,
  dot: async () => (await import('./dot.ts')).writeDot,
  xstate: async () => (await import('./xstate.ts')).writeXstate,
  asterisk: async () => (await import('./asterisk/write-dialplan.ts')).writeDialplan,
} satisfies Readonly<Record<ExportFormat, () => Promise<Exporter>>>;

/** Writes a script in a format; what the format can't say is told in the findings. */
export async function exportScript(
  document: ScriptDocument,
  format: ExportFormat,
  options: ExportOptions = {},
): Promise<Exported> {
  const load: () => Promise<Exporter> = exporters[format];
  const write = await load();
  return write(document, options);
}
