import { languageChoices } from '../../flow/call-languages.ts';
import { peopleByLanguage, straightQueues } from '../../flow/people-by-language.ts';
import { defineRule } from '../rule.ts';

const shown = (queues: readonly string[]): string => [...new Set(queues)].join(', ');

/** A caller chooses a language, and then nobody speaks it. */
export const languageUnstaffed = defineRule({
  id: 'language-unstaffed',
  severity: 'warning',
  summary: 'callers who choose a language reach people who speak it',
  source: 'the languages of the queues in the directory',
  messages: {
    routed: {
      says: 'Callers in {language} go from here to the queue "{queue}", where people speak {spoken}.',
      help: 'Lead them to a queue that speaks {language}, or add it to the languages of "{queue}".',
    },
    nobody: {
      says: 'Callers in {language} reach nobody who speaks it: the queues that they can come to ({queues}) speak other languages.',
      help: "Lead callers in {language} to a queue that speaks it, or don't offer the language.",
    },
  },
  check({ flow, directory, report }) {
    if (directory === undefined) return;
    const choices = languageChoices(flow);
    const people = peopleByLanguage(flow, directory);
    const told = new Set<string>();
    for (const { language, to, path } of choices) {
      const missing = straightQueues(flow, directory, to, language).filter(
        (queue) => !queue.speaks,
      );
      for (const { queue, node, spoken } of missing) {
        told.add(language);
        const data = { language, queue, spoken: spoken.join(', ') };
        const related = [{ message: 'the queue', at: ['nodes', node, 'queue'] }];
        report({ message: 'routed', data, at: path, related });
      }
    }
    for (const { language, path } of choices) {
      const queues = people?.get(language) ?? [];
      if (told.has(language) || queues.length === 0) continue;
      told.add(language);
      if (queues.some(({ speaks }) => speaks)) continue;
      const data = { language, queues: shown(queues.map(({ queue }) => queue)) };
      report({ message: 'nobody', data, at: path });
    }
  },
});
