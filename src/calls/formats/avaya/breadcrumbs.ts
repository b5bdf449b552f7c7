import { anyTranslation, type TableFormat } from '../log-format.ts';

/**
 * The call flow data that applications report to Avaya Experience Portal, exported as a table of its
 * log entries.
 * https://documentation.avaya.com/ (Application Logging web service, `reportBatch` for call flow data)
 */
export const avayaBreadcrumbs: TableFormat = {
  name: 'avaya-breadcrumbs',
  title: 'call flow data of Avaya Experience Portal',
  records: 'table',
  columns: ['sessionID', 'timestamp', 'type', 'moduleIdNodeId'],
  async load(moments) {
    const { translateBreadcrumbs } = await import('./translate-breadcrumbs.ts');
    return anyTranslation(translateBreadcrumbs(moments));
  },
};
