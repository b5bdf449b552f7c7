import type { Importer, TextReading } from '../importer.ts';

/** Extensions of Asterisk's dialplan: `extensions.conf` and what FreePBX generates. */
export const asteriskImporter: Importer<TextReading> = {
  format: 'asterisk',
  title: 'Asterisk dialplan',
  recognise(reading) {
    return /^[ \t]*exten[ \t]*=/im.test(reading.source.text)
      ? async () => {
          const { importDialplan } = await import('./import-dialplan.ts');
          return importDialplan(reading);
        }
      : undefined;
  },
};
