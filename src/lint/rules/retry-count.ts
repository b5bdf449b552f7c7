import { retryHangUps } from '../../flow/retry-hang-ups.ts';
import { retryWays } from '../../flow/retry-ways.ts';
import { isImported } from '../../script/is-imported.ts';
import { defineRule } from '../rule.ts';

const mistakes = { noInput: 'stay silent', noMatch: 'press a wrong key' } as const;

/** A caller gets no second chance, or hears the same menu over and over. */
export const retryCount = defineRule({
  id: 'retry-count',
  severity: 'warning',
  summary: 'callers are asked again, but not forever',
  source: 'defaults of platforms: FreeSWITCH and 46elks ask 3 times, Webex 0 to 3 times again',
  messages: {
    once: {
      says: 'Callers of "{node}" who {mistake} once are cut off: they are never asked again.',
      help: 'Ask at least {least} times before the call ends.',
    },
    many: {
      says: 'Callers of "{node}" who {mistake} hear the same question {attempts} times before anything else happens.',
      help: 'Ask {most} times at most, then lead them to a person.',
    },
  },
  thresholds: {
    least: {
      value: 2,
      unit: 'attempts',
      source: 'judgement; Webex and Amazon Connect ask once unless told otherwise',
    },
    most: { value: 3, unit: 'attempts', source: 'default of FreeSWITCH and 46elks' },
  },
  check({ flow, thresholds, report }) {
    const told = new Set<string>();
    for (const { id, trigger, attempts } of retryWays(flow)) {
      if (attempts === undefined || attempts.value <= thresholds.most) continue;
      const once = attempts.path.join('/');
      if (told.has(once)) continue;
      told.add(once);
      const data = {
        node: id,
        mistake: mistakes[trigger],
        attempts: attempts.value,
        ...thresholds,
      };
      report({ message: 'many', data, at: attempts.path });
    }
    for (const { id, node, trigger, attempts, couldHelp } of retryHangUps(flow)) {
      // Where people could help, retry-ends-in-hangup says so. Imports ask again by a way back.
      if (attempts === undefined || couldHelp || isImported(node)) continue;
      if (attempts.value >= thresholds.least || told.has(attempts.path.join('/'))) continue;
      told.add(attempts.path.join('/'));
      const data = { node: id, mistake: mistakes[trigger], ...thresholds };
      report({ message: 'once', data, at: attempts.path });
    }
  },
});
