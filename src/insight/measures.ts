import type { CallFlow } from '../flow/call-flow.ts';
import type { ReplayedPath } from '../replay/replay.ts';
import { optionRoles } from './option-roles.ts';

/** A question with yes or no for every call: whether it is asked of the call, and the answer. */
export interface Measure {
  readonly id: string;
  /** What the calls counted did, of which calls. */
  readonly title: string;
  readonly asks: (path: ReplayedPath) => boolean;
  readonly holds: (path: ReplayedPath) => boolean;
}

const always = (): boolean => true;
const waited = ({ steps }: ReplayedPath): boolean => steps.some(({ event }) => event === 'queue');

/** The measures by which calls of different hours, versions or windows are compared. */
export function measuresOf(flow: CallFlow): readonly Measure[] {
  const roleOf = optionRoles(flow);
  const asksForPerson = ({ choices }: ReplayedPath): boolean =>
    choices.some((choice) => roleOf(choice) === 'agent');
  return [
    {
      id: 'served',
      title: 'self-served',
      asks: always,
      holds: ({ outcome }) => outcome === 'self-served',
    },
    {
      id: 'lost',
      title: 'lost in the menus',
      asks: always,
      holds: ({ outcome }) => outcome === 'hung-up' || outcome === 'timed-out',
    },
    {
      id: 'people',
      title: 'reached people',
      asks: always,
      holds: ({ outcome }) => outcome === 'routed' || outcome === 'opted-out',
    },
    { id: 'zeroOuts', title: 'asked for a person', asks: always, holds: asksForPerson },
    {
      id: 'trouble',
      title: 'silent or unknown key',
      asks: always,
      holds: ({ noInputs, noMatches }) => noInputs.length > 0 || noMatches.length > 0,
    },
    {
      id: 'abandoned',
      title: 'left waiting, of those who waited',
      asks: waited,
      holds: ({ outcome }) => outcome === 'queue-abandoned',
    },
  ];
}
