import { caseWords, isComparison, loopWords } from '../../script/case-words.ts';
import type { BranchOn } from '../../script/script.ts';
import { languagePattern } from '../../script/values.ts';
import { calendarStates } from '../../script/vocabulary.ts';
import { didYouMean, nearestName } from '../../source/nearest-name.ts';
import { defineRule } from '../rule.ts';

/** The words for what decides, and a hint, where no call can ever fit the case. */
function neverFits(
  on: BranchOn,
  when: string,
): { readonly what: string; readonly hint: string } | undefined {
  if (on === 'language') {
    if (languagePattern.test(when)) return undefined;
    const tag = when.replaceAll('_', '-');
    const isTag = languagePattern.test(tag);
    return { what: 'a language', hint: isTag ? ` Did you mean "${tag}"?` : '' };
  }
  if (typeof on === 'object' && 'queue-status' in on) {
    const isNear = nearestName(when, calendarStates) !== undefined;
    return isNear && !(calendarStates as readonly string[]).includes(when)
      ? { what: 'a state of the queue', hint: didYouMean(when, calendarStates) }
      : undefined;
  }
  const known = caseWords(on);
  if (known === undefined || known.includes(when)) return undefined;
  const what =
    known === calendarStates
      ? 'a state of the calendar'
      : known === loopWords
        ? 'a word for a loop'
        : 'a state of the switch';
  return { what, hint: didYouMean(when, known) };
}

/** A case that no call fits, so nobody is ever led the way behind it. */
export const unknownCase = defineRule({
  id: 'unknown-case',
  severity: 'error',
  summary: 'every case of a branch is a value that can occur',
  source:
    'AsteriskLint looks for names that are almost alike (ident-scan); states by docs/script-format.md',
  messages: {
    never: {
      says: 'No caller of "{node}" ever goes the way for "{when}", because that is not {what}.{hint}',
      help: 'Write {known}.',
    },
  },
  check({ flow, report }) {
    for (const { id, node, path } of flow.nodes) {
      if (node.kind !== 'branch') continue;
      node.cases.forEach(({ when }, index) => {
        if (isComparison(when)) return;
        const wrong = neverFits(node.on, when);
        if (wrong === undefined) return;
        const words = caseWords(node.on) ?? calendarStates;
        const known = node.on === 'language' ? 'a tag such as en or pt-BR' : words.join(', ');
        const data = { node: id, when, known, ...wrong };
        report({ message: 'never', data, at: [...path, 'cases', index, 'when'] });
      });
    }
  },
});
