import type { Finding } from '../source/finding.ts';
import type { Place } from '../source/source.ts';

/**
 * Tells of a place whether quoting it, with the line before it, would show what a finding keeps
 * confidential: a password, the number of a card.
 */
export function hiddenLines(findings: readonly Finding[]): (place: Place) => boolean {
  const hidden = findings.filter(({ confidential }) => confidential === true);
  const lines = new Set(
    hidden.flatMap(({ at }) =>
      Array.from(
        { length: at.end.line - at.start.line + 1 },
        (_, index) => `${at.path}:${at.start.line + index}`,
      ),
    ),
  );
  return ({ path, start }) =>
    lines.has(`${path}:${start.line}`) || lines.has(`${path}:${start.line - 1}`);
}
