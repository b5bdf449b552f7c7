import { anyTranslation, type JsonFormat, type TableFormat } from '../log-format.ts';
import { textIn } from '../values.ts';
import { entryIn } from './log-entry.ts';

function isEntry(entry: unknown): boolean {
  return (
    textIn(entry, 'ContactId') !== undefined && textIn(entry, 'ContactFlowModuleType') !== undefined
  );
}

const about = { name: 'amazon-connect-flow-log', title: 'flow log of Amazon Connect' } as const;

/**
 * The log that flows write to CloudWatch, as it comes out again: entries a line or behind each other,
 * with or without the moment before them; lists of events from the API, from subscriptions and from
 * Logs Insights.
 * https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-log-data.html
 */
export const connectFlowLog: JsonFormat = {
  ...about,
  records: 'json',
  lists: ['events', 'logEvents', 'results'],
  mayFollowText: true,
  recognise: (value) => isEntry(entryIn(value)),
  async load(moments) {
    const { translateFlowLog } = await import('./translate-flow-log.ts');
    return anyTranslation(translateFlowLog((record) => entryIn(record.value), moments));
  },
};

/** The same log as a table with a column for the entry: what the console of CloudWatch downloads. */
export const connectFlowLogTable: TableFormat = {
  ...about,
  records: 'table',
  columns: ['message'],
  recognise: (row) => isEntry(entryIn(row.field('message'))),
  async load(moments) {
    const { translateFlowLog } = await import('./translate-flow-log.ts');
    return anyTranslation(translateFlowLog((record) => entryIn(record.field('message')), moments));
  },
};
