import { nodeOfKind } from '../../flow/call-flow.ts';
import { perhapsPeople } from '../../flow/person-options.ts';
import { reachableWithout } from '../../flow/reach-without.ts';
import { leadingTo } from '../../flow/reach.ts';
import { defineRule } from '../rule.ts';

/** Brazil: nobody has to enter their data to get a person. */
export const brazilDataBeforePerson = defineRule({
  id: 'brazil-data-before-person',
  severity: 'error',
  summary: 'Brazil: a person can be reached without entering any data',
  source:
    'Brazil, Decreto 11.034/2022 of 5 April 2022, art. 4 § 4: first access to a person is not made conditional on giving data before. Not legal advice',
  presets: ['law-brazil'],
  messages: {
    conditional: {
      says: 'Callers who come in here reach a person only after they have entered data at "{node}", which Decreto 11.034/2022 forbids in Brazil.',
      help: 'Offer a person before "{node}", and lead callers who enter nothing there to one.',
    },
  },
  check({ flow, report }) {
    const people = perhapsPeople(flow);
    const hopeful = leadingTo(flow, people);
    const isPeople = new Set(people);
    for (const { start, path } of flow.entries) {
      if (!hopeful.has(start)) continue;
      // Who enters nothing goes on by silence; only what is behind an entry needs the data.
      const free = reachableWithout(
        flow,
        [start],
        () => false,
        ({ from, trigger }) =>
          trigger === 'next' && nodeOfKind(flow, from, 'collect') !== undefined,
      );
      if ([...free].some((id) => isPeople.has(id))) continue;
      const asking = flow.nodes.find(
        ({ id, kind }) => kind === 'collect' && free.has(id) && hopeful.has(id),
      );
      if (asking === undefined) continue;
      const related = [{ message: 'data is asked for here', at: asking.path, aim: 'key' as const }];
      report({ message: 'conditional', data: { node: asking.id }, at: path, related });
    }
  },
});
