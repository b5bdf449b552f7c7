import type { Card, CardRow } from './card.ts';
import { cleanText } from './clean-text.ts';
import { formatCount, formatShare } from './numbers.ts';
import type { StepId } from './read-steps.ts';
import type { Words } from './words.ts';

/** `Key 1`, `No input`, `Case gold`: what makes callers take an exit. */
export function conditionOf({ folded: { exit }, isWhen, note }: CardRow, words: Words): string {
  const trigger = words.triggers[exit.trigger];
  const value = cleanText(exit.value ?? '');
  const condition = value === '' ? trigger : `${trigger} ${value}`;
  return isWhen ? `${condition} ${note}` : condition;
}

function headline({ kind, title, sub }: Card, words: Words): string {
  return `${words.kinds[kind]}: ${title}${sub === '' ? '' : `, ${sub}`}.`;
}

function counts({ entered, lost }: Card, words: Words): string {
  if (entered === undefined) return '';
  const calls = ` ${words.sentences.calls(formatCount(entered, words))}`;
  return lost === undefined
    ? `${calls}.`
    : `${calls}, ${words.sentences.lost(formatShare(lost.share, words))}.`;
}

function findings(card: Card, words: Words): string {
  return card.findings
    .map(
      ({ number, severity, message }) =>
        ` ${words.sentences.finding(number, words.severities[severity], cleanText(message))}`,
    )
    .join('');
}

function sentenceOf(row: CardRow, words: Words, title: (id: StepId) => string): string {
  const { way, targets } = row.folded;
  const condition = conditionOf(row, words);
  const share = row.percent === '' ? '' : `, ${row.percent}`;
  switch (way) {
    case 'wire':
    case 'jump':
      return ` ${words.sentences.leadsTo(condition, title(targets[0] ?? ''))}${share}.`;
    case 'more':
      return ` ${words.sentences.more(condition, title(targets[0] ?? ''), Number(row.letter))}${share}.`;
    case 'back':
      return ` ${words.sentences.goesBack(condition, targets.length === 1 ? title(targets[0] ?? '') : words.previousMenu)}${share}.`;
    case 'repeat':
      return ` ${words.sentences.repeats(condition)}${share}.`;
    case 'loose':
      return ` ${words.sentences.loose(condition, row.note === '' ? row.label : row.note)}.`;
  }
}

/** The card in short: what a tooltip shows. */
export function tooltipOf(card: Card, words: Words): string {
  return `${headline(card, words)}${counts(card, words)}${findings(card, words)}`;
}

/** The whole card in sentences: its parts are not read out one by one, so nothing may be missing. */
export function describeCard(card: Card, words: Words, title: (id: StepId) => string): string {
  const stranded = card.isStranded ? ` ${words.notReached}.` : '';
  const ways = card.exits.map((row) => sentenceOf(row, words, title)).join('');
  return `${headline(card, words)}${stranded}${counts(card, words)}${ways}${findings(card, words)}`;
}
