import {
  anyTranslation,
  type JsonFormat,
  type LogFormat,
  type TableFormat,
} from '../log-format.ts';
import { textIn } from '../values.ts';

const about = { name: 'talkdesk-flow-executions', title: 'flow executions of Talkdesk' } as const;

/**
 * The report of flow executions of Talkdesk Explore: a row for each step that a call took.
 * https://data-dictionary.talkdesk.com/docs/studio-flow-execution-report
 */
const table: TableFormat = {
  ...about,
  records: 'table',
  columns: ['Flow Execution ID', 'Step Execution Started Time', 'Exit Name'],
  async load(moments) {
    const { tableSteps } = await import('./translate-steps.ts');
    return anyTranslation(tableSteps(moments));
  },
};

/** The same report as the Explore API gives it. https://docs.talkdesk.com/docs/studio-flow-execution-report */
const entries: JsonFormat = {
  ...about,
  records: 'json',
  lists: ['entries'],
  recognise: (value) =>
    ['step_name', 'exit', 'timestamp', 'step_execution_order'].every(
      (name) => textIn(value, name) !== undefined,
    ),
  async load(moments) {
    const { jsonSteps } = await import('./translate-steps.ts');
    return anyTranslation(jsonSteps(moments));
  },
};

export const talkdeskExecutions: readonly LogFormat[] = [table, entries];
