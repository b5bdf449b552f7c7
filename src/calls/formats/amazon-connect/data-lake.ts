import {
  anyTranslation,
  type JsonFormat,
  type JsonRecord,
  type LogFormat,
  type TableFormat,
  type TableRecord,
} from '../log-format.ts';
import { textIn } from '../values.ts';

/**
 * Tables of the analytics data lake of Amazon Connect, as SQL gives them: CSV of Athena, or a row of JSON
 * each. They are told by the columns that they are joined and partitioned by.
 */
const recordColumns = ['contact_id', 'initiation_timestamp', 'initiation_method'] as const;
const runColumns = ['contact_id', 'flow_resource_id', 'start_timestamp'] as const;

const fieldOf = ({ value }: JsonRecord) => {
  return (name: string): string => textIn(value, name)?.trim() ?? '';
};
const columnOf = ({ field }: TableRecord) => field;

const has =
  (columns: readonly string[]) =>
  (value: unknown): boolean =>
    columns.every((name) => textIn(value, name) !== undefined);

/** https://docs.aws.amazon.com/connect/latest/adminguide/data-lake-contact-data.html */
const records = {
  name: 'amazon-connect-lake-contacts',
  title: 'contact records in the data lake of Amazon Connect',
} as const;

/** https://docs.aws.amazon.com/connect/latest/adminguide/data-lake-flow-data.html */
const runs = {
  name: 'amazon-connect-lake-flows',
  title: 'contact flow events in the data lake of Amazon Connect',
} as const;

const recordTable: TableFormat = {
  ...records,
  records: 'table',
  columns: recordColumns,
  async load(moments) {
    const { translateLakeContact } = await import('./translate-lake.ts');
    return anyTranslation(translateLakeContact(columnOf, moments));
  },
};
const recordRows: JsonFormat = {
  ...records,
  records: 'json',
  lists: [],
  recognise: has(recordColumns),
  async load(moments) {
    const { translateLakeContact } = await import('./translate-lake.ts');
    return anyTranslation(translateLakeContact(fieldOf, moments));
  },
};
const runTable: TableFormat = {
  ...runs,
  records: 'table',
  columns: runColumns,
  async load(moments) {
    const { translateLakeRun } = await import('./translate-lake.ts');
    return anyTranslation(translateLakeRun(columnOf, moments));
  },
};
const runRows: JsonFormat = {
  ...runs,
  records: 'json',
  lists: [],
  recognise: has(runColumns),
  async load(moments) {
    const { translateLakeRun } = await import('./translate-lake.ts');
    return anyTranslation(translateLakeRun(fieldOf, moments));
  },
};

export const lakeLogs: readonly LogFormat[] = [recordTable, recordRows, runTable, runRows];
