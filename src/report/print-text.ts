import type { Printout } from '../print/printout.ts';
import { printable } from '../source/code-frame.ts';
import { displayWidth } from './display-width.ts';
import { printBlocks } from './print-blocks.ts';
import type { Block, Entry, Piece, SaidLine } from './print-block.ts';

/** Columns of a page of plain text. */
const columns = 78;

const line = (text: string): string => printable(text.replace(/\s+/g, ' '));

const plainText = (pieces: readonly Piece[]): string =>
  line(pieces.map(({ text }) => text).join(''));

/** Blanks at which a line may end: not between a number and its unit. */
const unitBreak = /(?<!\d) | (?!s\b)/;

/** Breaks a text at its blanks; a word that is wider than the page is left whole. */
function wrap(text: string, indent: string, first = indent): readonly string[] {
  const lines: string[] = [];
  let here = first;
  let isEmpty = true;
  for (const word of text.split(unitBreak)) {
    if (!isEmpty && displayWidth(here) + 1 + displayWidth(word) > columns) {
      lines.push(here.trimEnd());
      [here, isEmpty] = [indent, true];
    }
    here += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, here.trimEnd()];
}

function saidText({ language, text, isQuote, time }: SaidLine, hasSeveral: boolean): string {
  const words = isQuote ? `“${line(text)}”` : `(${line(text)})`;
  return `${hasSeveral ? `${line(language)} ` : ''}${words} (${time})`;
}

function entryLines({ head, said, leads }: Entry, hasSeveral: boolean): readonly string[] {
  const way = leads.length === 0 ? '' : `  ${plainText(leads)}`;
  // What a step says itself needs no word before its quotes.
  const isOwn =
    leads.length === 0 && said.length > 0 && head.every(({ look }) => look === undefined);
  if (isOwn) return said.flatMap((one) => wrap(saidText(one, hasSeveral), '    ', '  '));
  return [
    ...wrap(`${plainText(head)}${way}`, '      ', '  '),
    ...said.flatMap((one) => wrap(saidText(one, hasSeveral), '        ', '      ')),
  ];
}

function blockLines(block: Block): readonly string[] {
  switch (block.block) {
    case 'heading': {
      const text = plainText(block.pieces);
      if (block.level === 3) return ['', text];
      return [
        '',
        text,
        (block.level === 1 ? '=' : '-').repeat(Math.min(columns, displayWidth(text))),
      ];
    }
    case 'paragraph':
      return wrap(plainText(block.pieces), block.pieces[0]?.look === 'quiet' ? '  ' : '');
    case 'facts':
      return block.facts.flatMap((pieces) => wrap(plainText(pieces), '    ', '  '));
    case 'entries':
      return block.entries.flatMap((entry) => entryLines(entry, block.languages.length > 1));
  }
}

/** A printout as plain text, 78 columns wide. */
export function printToText(printout: Printout): string {
  const lines = printBlocks(printout).flatMap(blockLines);
  return `${lines.join('\n').trimStart()}\n`;
}
