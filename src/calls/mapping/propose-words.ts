import type { CallEventName } from '../call-event.ts';
import { mostWords } from './assign-columns.ts';
import { likelyEvent } from './event-words.ts';
import type { Field, Proposing } from './mapping-proposal.ts';
import { textsIn } from './sample-log.ts';

/** Words of a log that may be shown: none that could be somebody's number. */
const isWord = (text: string): boolean => text.length <= 60 && text.replace(/\D/g, '').length < 5;

/** Who ended a call, by a column of disconnects: there an agent is no answer. */
const endWords: ReadonlyMap<string, CallEventName> = new Map([
  ...['external', 'customer', 'caller'].map((word) => [word, 'hangup'] as const),
  ...['agent', 'system'].map((word) => [word, 'disconnect'] as const),
]);

/** Proposes what the words of a column mean, for the field `where`. */
export function proposeWords(
  { sample, notes }: Pick<Proposing, 'sample' | 'notes'>,
  where: 'event' | 'exit',
  column: string,
): Readonly<Record<string, Field>> {
  const counts = new Map<string, number>();
  for (const text of textsIn(sample, column))
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  const words: Record<string, Field> = {};
  const unknown: string[] = [];
  const isOfEnds = /disconnect|desconexi/i.test(column);
  for (const [word, rows] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, mostWords)) {
    if (!isWord(word)) continue;
    const event = (isOfEnds ? endWords.get(word.toLowerCase()) : undefined) ?? likelyEvent(word);
    // A key for a word: that it was pressed is what happened.
    if (/^[0-9*#]$/.test(word)) words[word] = { event: 'input', value: column };
    else if (event === undefined) unknown.push(`"${word}" (${rows})`);
    else words[word] = event;
  }
  if (unknown.length > 0)
    notes.push(
      `${where}: these words of "${column}" are unknown: ${unknown.join(', ')}. Give each an event, or skip; its rows are rejected until then.`,
    );
  return words;
}
