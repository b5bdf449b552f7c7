import type { BranchOn } from '../../script/script.ts';
import type { Action, Condition } from './action.ts';
import { textBelow } from '../tree-values.ts';

const operatorWords: ReadonlyMap<string, string> = new Map([
  ['NumberGreaterThan', '>'],
  ['NumberGreaterOrEqualTo', '>='],
  ['NumberLessThan', '<'],
  ['NumberLessOrEqualTo', '<='],
  ['NumberEquals', '='],
  ['TextStartsWith', 'starts with'],
  ['TextEndsWith', 'ends with'],
  ['TextContains', 'contains'],
  ['Exists', 'exists'],
]);

/** A condition in words: the operand itself where it must be equal, else with the operator. */
export function whenOf({ operator, operand }: Condition): string {
  const shown = operand === '' ? '(empty)' : operand;
  if (operator === 'Equals') return shown;
  if (operator === 'Exists') return 'exists';
  return `${operatorWords.get(operator) ?? operator} ${shown}`;
}

/** What is counted in a queue, in words: by the type of `CheckMetricData`, or the end of `$.Metrics…`. */
const metricWords: ReadonlyMap<string, string> = new Map([
  ['NumberOfAgentsAvailable', 'agents available'],
  ['NumberOfAgentsStaffed', 'agents staffed'],
  ['NumberOfAgentsOnline', 'agents online'],
  ['NumberOfContactsInQueue', 'callers waiting'],
  ['OldestContactInQueueAgeSeconds', 'longest wait'],
  ['Agents.Available.Count', 'agents available'],
  ['Agents.Staffed.Count', 'agents staffed'],
  ['Agents.Online.Count', 'agents online'],
  ['Queue.Size', 'callers waiting'],
  ['Queue.OldestContactInQueueAgeSeconds', 'longest wait'],
  ['Queue.OldestContactAge', 'longest wait'],
]);

/** The name of a metric as cases have it. */
export function metricName(metric: string): string {
  return metricWords.get(metric) ?? metric;
}

/** The same for a value that has no name in the branch: `agents available > 0`. */
export function whenOfMetric(metric: string, condition: Condition): string {
  const comparison = whenOf(condition);
  return `${metric} ${condition.operator === 'Equals' ? `= ${comparison}` : comparison}`;
}

/** What a `Compare` looks at. */
export interface Comparison {
  /** Its name, without where it comes from. */
  readonly subject: string;
  readonly on: BranchOn | 'queue-metric';
  /** True for what the caller entered at the stored input before. */
  readonly isStoredInput: boolean;
}

/** Values that belong to the call itself and not to a look-up. */
const callValues = new Set([
  'Channel',
  'InitiationMethod',
  'CustomerEndpoint',
  'SystemEndpoint',
  'Queue',
  'FlowAttributes',
]);

/** Reads `$.Attributes.x`, `$.External.x`, `$.Metrics…`, `$.LanguageCode` and whatever else there is. */
export function comparisonOf(action: Action): Comparison {
  const expression = (textBelow(action.parameters, 'ComparisonValue') ?? '').trim();
  const [, root, rest] = /^\$\.([A-Za-z]+)(?:\.?(.+))?$/s.exec(expression) ?? [];
  const name = rest === undefined ? undefined : rest.replace(/^\['?|'?\]$/g, '');
  const result = (subject: string, isStoredInput = false): Comparison => ({
    subject,
    on: { result: subject },
    isStoredInput,
  });
  if (root === undefined) return result(expression === '' ? 'nothing' : expression);
  if (root === 'StoredCustomerInput') return result(root, true);
  if (root === 'LanguageCode' || root === 'Language') {
    return { subject: root, on: 'language', isStoredInput: false };
  }
  if (name === undefined || name === '') {
    return callValues.has(root)
      ? { subject: root, on: { attribute: root }, isStoredInput: false }
      : result(root);
  }
  if (root === 'Attributes')
    return { subject: name, on: { attribute: name }, isStoredInput: false };
  if (root === 'External') return result(name);
  if (root === 'Metrics') return { subject: name, on: 'queue-metric', isStoredInput: false };
  const subject = `${root}.${name}`;
  return callValues.has(root)
    ? { subject, on: { attribute: subject }, isStoredInput: false }
    : result(subject);
}
