import { anyTranslation, type JsonFormat } from '../log-format.ts';
import { executionIn } from './execution-items.ts';

/**
 * Execution data of Architect flows, as the API and the replay of Architect give them: what each
 * conversation did in a flow, action by action.
 * https://help.genesys.cloud/articles/historical-flow-execution-data-overview/
 */
export const genesysExecutions: JsonFormat = {
  name: 'genesys-executions',
  title: 'execution data of Genesys Cloud flows',
  records: 'json',
  lists: ['entities'],
  recognise: (value) => executionIn(value) !== undefined,
  async load(moments) {
    const { executionTranslation } = await import('./translate-execution.ts');
    return anyTranslation(executionTranslation(moments));
  },
};
