import { editSource } from '../script/edit/edit-source.ts';
import type { Finding } from '../source/finding.ts';
import type { Source } from '../source/source.ts';

/** What checking a text gave. */
export interface Checked {
  readonly findings: readonly Finding[];
  /** False where the text is no script that can be read, so that no rule has looked at it. */
  readonly isRead: boolean;
}

/** A text with its findings mended, as far as that was safe. */
export interface FixedText {
  readonly source: Source;
  /** What was mended, in the order in which that was done, placed as it stood then. */
  readonly fixed: readonly Finding[];
  /** What is still found in the text. */
  readonly left: readonly Finding[];
}

/** How often a text is checked at most: mending a file takes a few checks, unless it is hostile. */
const mostChecks = 200;

/** What a finding is about, however its node's lists are ordered. */
const about = ({ ruleId, subject }: Finding): string =>
  [ruleId, ...subject.split('/').slice(0, 2)].join('\n');

function tally(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    counts.set(about(finding), (counts.get(about(finding)) ?? 0) + 1);
  }
  return counts;
}

/** Whether what was mended is gone, and nothing new has come. */
function isBetter(before: Checked, after: Checked, mended: readonly Finding[]): boolean {
  // Rules look at a script only once it can be read: what they find then was there before.
  if (!before.isRead && after.isRead) return true;
  if (before.isRead && !after.isRead) return false;
  const [was, gone] = [tally(before.findings), tally(mended)];
  const is = tally(after.findings);
  return [...is, ...gone].every(([key]) => {
    return (is.get(key) ?? 0) <= (was.get(key) ?? 0) - (gone.get(key) ?? 0);
  });
}

const identity = ({ ruleId, subject, message }: Finding): string =>
  [ruleId, subject, message].join('\n');

/**
 * Mends a native script by the fixes of its findings. A fix is made only if the result can be read,
 * its finding is gone and no other has come; the rest of the text stays as the author wrote it. What
 * is mended is mended wholly: mending the result again changes nothing.
 */
export async function applyFixes(
  source: Source,
  check: (source: Source) => Promise<Checked>,
): Promise<FixedText> {
  let here = source;
  let checked = await check(source);
  let checks = 1;
  const fixed: Finding[] = [];
  const refused = new Set<string>();
  const waiting = () =>
    checked.findings.filter((one) => one.fix !== undefined && !refused.has(identity(one)));
  let group = waiting();
  while (group.length > 0 && checks < mostChecks) {
    const edits = group.flatMap(({ fix }) => fix?.edits ?? []);
    const edited = editSource(here, edits);
    const after = edited === undefined ? undefined : await check(edited);
    checks += 1;
    if (edited !== undefined && after !== undefined && isBetter(checked, after, group)) {
      here = edited;
      checked = after;
      fixed.push(...group);
      group = waiting();
    } else if (group.length > 1) {
      // Something in the group doesn't go: a smaller one may, and what is left has its turn later.
      group = group.slice(0, group.length >> 1);
    } else {
      for (const one of group) refused.add(identity(one));
      group = waiting();
    }
  }
  return { source: here, fixed, left: checked.findings };
}
