import { anyTranslation, type TableFormat } from '../log-format.ts';

/**
 * The report of flow executions of Talkdesk Explore: a row for each step that a call took.
 * https://support.talkdesk.com/hc/en-us/sections/360008253131-Explore
 */
export const talkdeskExecutions: TableFormat = {
  name: 'talkdesk-flow-executions',
  title: 'flow executions of Talkdesk',
  records: 'table',
  columns: ['Flow Execution ID', 'Step Execution Started Time', 'Exit Name'],
  async load(moments) {
    const { translateSteps } = await import('./translate-steps.ts');
    return anyTranslation(translateSteps(moments));
  },
};
