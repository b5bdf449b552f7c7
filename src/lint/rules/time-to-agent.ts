import { personDistances } from '../../flow/person-distances.ts';
import { defineRule } from '../rule.ts';

/** A person is there, but the way is long. */
export const timeToAgent = defineRule({
  id: 'time-to-agent',
  severity: 'warning',
  summary: 'a person is offered within a minute and three menus',
  source:
    'Software Advice 2014, 50 large US lines: a third offer a person in the first two menus; the time is judgement: laws limit the wait for a person, not this',
  thresholds: {
    seconds: { value: 60, unit: 'seconds', source: 'judgement' },
    menus: { value: 3, unit: 'menus', source: 'Software Advice 2014: a person by the third menu' },
  },
  messages: {
    late: {
      says: 'Callers listen for at least {seconds} seconds before anything leads them to a person.',
      help: 'Offer a person in the first menu, or shorten what comes before.',
    },
    deep: {
      says: 'Callers choose in {menus} menus before anything leads them to a person.',
      help: 'Offer a person in one of the first {most} menus.',
    },
  },
  check({ flow, thresholds, report }) {
    const distances = new Map(personDistances(flow).map((distance) => [distance.start, distance]));
    for (const { start, path } of flow.entries) {
      const distance = distances.get(start);
      if (distance === undefined) continue;
      const { seconds, menus } = distance;
      if (menus > thresholds.menus) {
        report({ message: 'deep', data: { menus, most: thresholds.menus }, at: path });
      } else if (seconds > thresholds.seconds) {
        report({ message: 'late', data: { seconds: Math.floor(seconds) }, at: path });
      }
    }
  },
});
