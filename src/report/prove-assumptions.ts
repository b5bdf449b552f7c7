import type { Assumption } from '../prove/routes.ts';
import type { ProveReport } from './prove-report.ts';

const told: Readonly<Record<Assumption['kind'], (names: string) => string>> = {
  calendar: (names) => `unknown calendars, in any state at any time: ${names}`,
  queue: (names) => `unknown queues, assumed to answer: ${names}`,
  number: (names) => `numbers that the directory doesn't list, assumed to be open: ${names}`,
  'queue-status': (names) => `queues with unknown status, in any state: ${names}`,
  opaque: (names) => `blocks of the vendor that can't be read, by any way out: ${names}`,
  subflow: (names) => `other scripts, not checked: ${names}`,
  value: (names) => `values without a case for others, assumed to be one of the cases: ${names}`,
};

/** What a proof takes to be so, one line for each kind; short where there are many names. */
export function assumptionLines({
  proof,
  hasDirectory,
  hasStaffing,
}: ProveReport): readonly string[] {
  const kinds = [...new Set(proof.assumed.map(({ kind }) => kind))];
  const own = kinds.map((kind) => {
    const names = proof.assumed.filter((one) => one.kind === kind).map(({ name }) => name);
    const more = names.length > 8 ? `, … (${names.length} in all)` : '';
    return told[kind](names.slice(0, 8).join(', ') + more);
  });
  return [
    ...(hasDirectory
      ? []
      : ['no directory is given: every queue is assumed to be open and staffed']),
    ...(hasDirectory && !hasStaffing
      ? ['the directory says nothing about people: an open queue is assumed to be staffed']
      : []),
    ...own,
  ];
}
