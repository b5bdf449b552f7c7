import type { Importer, TextReading } from '../importer.ts';
import { isDump, tableInCsv } from './table-in-csv.ts';

/**
 * The IVRs of FreePBX: a dump of its database, or its table `ivr_details` as CSV. Its generated
 * dialplan is one of Asterisk.
 */
export const freepbxImporter: Importer<TextReading> = {
  format: 'freepbx',
  title: 'FreePBX',
  recognise(reading) {
    const { source } = reading;
    return isDump(source) || tableInCsv(source) === 'ivr_details'
      ? async () => {
          const { readTables } = await import('./read-tables.ts');
          const { importIvrTables } = await import('./import-ivr-tables.ts');
          return importIvrTables(reading, readTables(reading));
        }
      : undefined;
  },
};
