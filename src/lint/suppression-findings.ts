import type { Comment } from '../source/comment.ts';
import type { Finding, Severity } from '../source/finding.ts';
import { didYouMean } from '../source/nearest-name.ts';
import { placeBetween, type Source } from '../source/source.ts';
import type { Extent } from '../source/tree.ts';
import { readingFindings, suppressibleChecks, type SuppressionCheck } from './check-names.ts';
import type { DirectiveComment, MisspeltDirective } from './suppression-directives.ts';

const severityOf: Readonly<Record<SuppressionCheck, Severity>> = {
  'suppression-without-reason': 'error',
  'suppression-without-rule': 'error',
  'unknown-suppression': 'error',
  'unknown-rule': 'warning',
  'unused-suppression': 'warning',
};

/** What is wrong with a comment, before it is a finding at its place. */
interface Problem extends Pick<Finding, 'message' | 'data'> {
  readonly ruleId: SuppressionCheck;
  readonly help: string;
}

const findingAt = (
  source: Source,
  { start, end }: Extent,
  { ruleId, message, help, data }: Problem,
): Finding => ({
  ruleId,
  severity: severityOf[ruleId],
  message,
  data,
  subject: '',
  at: placeBetween(source, start, end),
  related: [],
  help,
});

/** Where a rule's name stands in a comment. */
function nameExtent({ text }: Source, { start, end }: Comment, id: string): Extent {
  const at = text.indexOf(id, start);
  return at === -1 || at >= end ? { start, end } : { start: at, end: at + id.length };
}

/** The comment begins like one that suppresses, but is none. */
export function unknownSuppression(source: Source, misspelt: MisspeltDirective): Finding {
  const { comment, word, hint } = misspelt;
  const message = `"${word}" suppresses nothing.${hint}`;
  const help = 'Use ivr-disable-next-line, or ivr-disable and ivr-enable.';
  return findingAt(source, comment, {
    ruleId: 'unknown-suppression',
    message,
    help,
    data: { word },
  });
}

/** The comment names no rule: then it would hide findings that nobody has seen yet. */
export function suppressionWithoutRule(
  source: Source,
  { comment, directive }: DirectiveComment,
): Finding {
  const message = 'This names no rule, so it suppresses nothing.';
  const help = `Name the rules: ${directive} dead-end -- why.`;
  return findingAt(source, comment, {
    ruleId: 'suppression-without-rule',
    message,
    help,
    data: { directive },
  });
}

/** The comment says nothing to the colleague who finds it a year later. */
export function suppressionWithoutReason(
  source: Source,
  { comment, directive, ids }: DirectiveComment,
): Finding {
  const message = 'This gives no reason, so it suppresses nothing.';
  const help = `Say why after two hyphens: ${directive} ${ids.join(', ')} -- why.`;
  return findingAt(source, comment, {
    ruleId: 'suppression-without-reason',
    message,
    help,
    data: { rules: ids },
  });
}

/** A rule that doesn't exist, or that can't be suppressed; nothing for all others. */
export function unknownRule(source: Source, comment: Comment, id: string): Finding | undefined {
  if (suppressibleChecks.has(id)) return undefined;
  const at = nameExtent(source, comment, id);
  const isReading = readingFindings.includes(id);
  const message = isReading
    ? `"${id}" can't be suppressed: a file that can't be read can't be checked.`
    : `There is no rule "${id}".${didYouMean(id, suppressibleChecks)}`;
  const help = isReading ? 'Remove it here.' : 'Correct its name, or remove it.';
  return findingAt(source, at, { ruleId: 'unknown-rule', message, help, data: { rule: id } });
}

/** The rule finds nothing where it is suppressed, or isn't off where it is turned on again. */
export function unusedSuppression(source: Source, by: DirectiveComment, id: string): Finding {
  const { comment, directive } = by;
  const isEnd = directive === 'ivr-enable';
  const message = isEnd
    ? `${id === '' ? 'No rule' : `"${id}"`} is turned off here, so this turns nothing on again.`
    : `"${id}" finds nothing here, so there is nothing to suppress.`;
  const help = isEnd ? 'Remove it.' : 'Remove it: it would hide the next mistake.';
  const at = id === '' ? comment : nameExtent(source, comment, id);
  const data = { rule: id, directive };
  return findingAt(source, at, { ruleId: 'unused-suppression', message, help, data });
}
