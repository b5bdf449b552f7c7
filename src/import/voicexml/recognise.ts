import type { XmlImporter } from '../importer.ts';

/** Documents of VoiceXML 2.0 and 2.1, drafts and test templates of the same shape included. */
export const voicexmlImporter: XmlImporter = {
  format: 'voicexml',
  title: 'VoiceXML',
  roots: ['vxml'],
  isMeant: () => true,
  recognise({ source, neighbours, root }) {
    return async () => {
      const { importVoicexml } = await import('./import-voicexml.ts');
      return importVoicexml({ source, root }, neighbours);
    };
  },
};
