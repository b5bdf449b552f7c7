import type { Comment } from '../source/comment.ts';
import { compareFindings, type Finding } from '../source/finding.ts';
import { lineText, positionAt, type Position, type Source } from '../source/source.ts';
import { suppressibleChecks } from './check-names.ts';
import { readDirective, type DirectiveComment } from './suppression-directives.ts';
import {
  suppressionWithoutReason,
  suppressionWithoutRule,
  unknownRule,
  unknownSuppression,
  unusedSuppression,
} from './suppression-findings.ts';

/** A finding that a comment of its file suppresses, and the reason that is given there. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** What the suppressions of a file leave. */
export interface SuppressionResult {
  /** Findings that stay. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** What is wrong with the suppressions themselves: no reason, unknown names, nothing to suppress. */
  readonly problems: readonly Finding[];
}

/** One rule that one comment turns off. */
interface Suppression {
  readonly id: string;
  readonly by: DirectiveComment;
}

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.column < b.column);

/** Where the document itself begins: behind the comments at its top. */
function contentStart({ text }: Source, comments: readonly Comment[]): number {
  let at = 0;
  for (const { start, end } of comments) {
    if (text.slice(at, start).trim() !== '') break;
    at = end;
  }
  return at;
}

/** For each line (from 1) the next one below it that holds more than comments. */
function linesBelow(source: Source, comments: readonly Comment[]): readonly number[] {
  const commentLines = new Set<number>();
  for (const { start, end } of comments) {
    const from = positionAt(source, start);
    if (source.text.slice(start - from.column + 1, start).trim() !== '') continue;
    const to = positionAt(source, end).line;
    for (let line = from.line; line <= to; line += 1) commentLines.add(line);
  }
  const last = positionAt(source, source.text.length).line;
  const below: number[] = [];
  for (let line = last, next = last + 1; line >= 1; line -= 1) {
    below[line] = next;
    if (!commentLines.has(line) && lineText(source, line).trim() !== '') next = line;
  }
  return below;
}

/** The comments that ask for something that can be done, and what is wrong with the others. */
function readDirectives(source: Source, comments: readonly Comment[]) {
  const problems: Finding[] = [];
  const valid: DirectiveComment[] = [];
  for (const comment of comments) {
    const directive = readDirective(comment);
    if (directive === undefined) continue;
    if ('word' in directive) {
      problems.push(unknownSuppression(source, directive));
      continue;
    }
    const isEnd = directive.directive === 'ivr-enable';
    const unknown = directive.ids.flatMap((id) => unknownRule(source, comment, id) ?? []);
    problems.push(...unknown);
    if (!isEnd && directive.ids.length === 0)
      problems.push(suppressionWithoutRule(source, directive));
    else if (!isEnd && directive.reason === '')
      problems.push(suppressionWithoutReason(source, directive));
    else {
      const ids = directive.ids.filter((id) => suppressibleChecks.has(id));
      if (ids.length > 0 || directive.ids.length === 0) valid.push({ ...directive, ids });
    }
  }
  return { valid, problems };
}

/**
 * Takes out the findings that comments of the file suppress: `ivr-disable-next-line` those whose
 * place begins on the next line that holds more than comments; `ivr-disable` those behind it, up to
 * `ivr-enable` or the end, and in the whole file where it stands above everything. Each needs rules
 * and a reason. `ran` are the rules that were run on the file: only those can be found unused.
 */
export function applySuppressions(
  source: Source,
  comments: readonly Comment[],
  found: readonly Finding[],
  ran: ReadonlySet<string>,
): SuppressionResult {
  const { valid, problems } = readDirectives(source, comments);
  if (valid.length === 0) return { findings: found, suppressed: [], problems };
  const top = contentStart(source, comments);
  const below = linesBelow(source, comments);
  const all: Suppression[] = [];
  const used = new Set<Suppression>();
  const ofLine = new Map<string, Suppression>();
  const open = new Map<string, Suppression>();

  const begin = (by: DirectiveComment): void => {
    for (const id of by.ids) {
      const suppression = { id, by };
      all.push(suppression);
      const line = below[positionAt(source, by.comment.end).line];
      const [where, key] =
        by.directive === 'ivr-disable' ? [open, id] : [ofLine, `${line ?? 0} ${id}`];
      if (!where.has(key)) where.set(key, suppression);
    }
  };
  const end = (by: DirectiveComment): void => {
    const closing = by.ids.length === 0 ? [...open.keys()] : by.ids;
    if (closing.length === 0) problems.push(unusedSuppression(source, by, ''));
    for (const id of closing)
      if (!open.delete(id)) problems.push(unusedSuppression(source, by, id));
  };

  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  let next = 0;
  const passUpTo = (position: Position | undefined): void => {
    for (let by = valid[next]; by !== undefined; by = valid[next]) {
      const isAtTop = by.comment.start < top;
      const isHere = isAtTop || position === undefined;
      if (!isHere && !isBefore(positionAt(source, by.comment.start), position)) return;
      if (by.directive === 'ivr-enable') end(by);
      else begin(by);
      next += 1;
    }
  };
  for (const finding of found.toSorted(compareFindings)) {
    passUpTo(finding.at.start);
    const suppression =
      ofLine.get(`${finding.at.start.line} ${finding.ruleId}`) ?? open.get(finding.ruleId);
    if (suppression === undefined) findings.push(finding);
    else {
      used.add(suppression);
      suppressed.push({ finding, reason: suppression.by.reason });
    }
  }
  passUpTo(undefined);
  for (const suppression of all) {
    if (used.has(suppression) || !ran.has(suppression.id)) continue;
    problems.push(unusedSuppression(source, suppression.by, suppression.id));
  }
  return { findings, suppressed, problems };
}
