import { commonItems } from '../source/common-items.ts';

/** A run of words that stayed, went, or came. */
export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Signs of writings that put no blanks between words: each counts as a word. */
const unparted = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]`;
const letter = String.raw`(?:(?!${unparted})[\p{L}\p{N}\p{M}])`;

/** A sign of such a writing, a word with what binds its parts, blanks, or any other sign. */
const word = new RegExp(
  String.raw`${unparted}\p{M}*|${letter}+(?:['’.-]${letter}+)*|\s+|[^\p{L}\p{N}\s]`,
  'gu',
);

const isBlank = (text: string): boolean => /^\s*$/.test(text);

/** What changed between two prompts, word by word; joined, all but the added parts are the old one. */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const [a, b] = [before.match(word) ?? [], after.match(word) ?? []];
  const changes: WordChange[] = [];
  let [removed, added] = ['', ''];
  let lastKind: WordChange['kind'] | undefined;
  const push = (kind: WordChange['kind'], text: string): void => {
    if (text === '') return;
    const last = changes.at(-1);
    if (last !== undefined && lastKind === kind)
      changes[changes.length - 1] = { kind, text: last.text + text };
    else changes.push({ kind, text });
    lastKind = kind;
  };
  const flush = (): void => {
    // The blank behind a change belongs to what stays.
    const blank = /\s*$/.exec(removed)?.[0] ?? '';
    const isShared = blank !== '' && blank === /\s*$/.exec(added)?.[0];
    const end = isShared ? blank.length : 0;
    push('removed', removed.slice(0, removed.length - end));
    push('added', added.slice(0, added.length - end));
    push('same', isShared ? blank : '');
    [removed, added] = ['', ''];
  };
  const common = [...commonItems(a, b), [a.length, b.length] as const];
  let [x, y] = [0, 0];
  common.forEach(([atX, atY], index) => {
    removed += a.slice(x, atX).join('');
    added += b.slice(y, atY).join('');
    [x, y] = [atX + 1, atY + 1];
    const same = a[atX] ?? '';
    const [nextX, nextY] = common[index + 1] ?? [x, y];
    // A blank between two changed words belongs to the change.
    const isBetween =
      isBlank(same) && removed + added !== '' && atX < a.length && (nextX > x || nextY > y);
    if (isBetween) {
      removed += same;
      added += same;
    } else {
      flush();
      push('same', same);
    }
  });
  flush();
  return changes;
}
