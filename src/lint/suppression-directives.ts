import type { Comment } from '../source/comment.ts';
import { didYouMean } from '../source/nearest-name.ts';

/** What a comment can ask for. */
const directives = ['ivr-disable-next-line', 'ivr-disable', 'ivr-enable'] as const;
export type Directive = (typeof directives)[number];

/** A comment that turns rules off or on again. */
export interface DirectiveComment {
  readonly comment: Comment;
  readonly directive: Directive;
  /** Rule ids, as they are written. */
  readonly ids: readonly string[];
  readonly reason: string;
}

/** A comment that seems to ask for something, but in a word that nothing knows. */
export interface MisspeltDirective {
  readonly comment: Comment;
  readonly word: string;
  readonly hint: string;
}

const isDirective = (word: string): word is Directive => directives.some((one) => one === word);

/** True for a text that may hold directives; all others needn't be searched for comments. */
export function mayHoldDirectives(text: string): boolean {
  return text.includes('ivr-disable') || text.includes('ivr-enable');
}

/**
 * What a comment asks for: `ivr-disable-next-line menu-width, dead-end -- why`. Nothing for a comment
 * that only speaks to people.
 */
export function readDirective(comment: Comment): DirectiveComment | MisspeltDirective | undefined {
  const { text } = comment;
  if (!text.startsWith('ivr-disable') && !text.startsWith('ivr-enable')) return undefined;
  const [word = ''] = text.split(/\s/, 1);
  if (!isDirective(word)) return { comment, word, hint: didYouMean(word, directives) };
  const rest = text.slice(word.length);
  const dashes = rest.indexOf('--');
  const names = dashes === -1 ? rest : rest.slice(0, dashes);
  return {
    comment,
    directive: word,
    ids: [...new Set(names.split(/[\s,]+/).filter((id) => id !== ''))],
    reason: dashes === -1 ? '' : rest.slice(dashes + 2).trim(),
  };
}
