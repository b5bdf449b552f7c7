import type { Printout } from '../print/printout.ts';
import { markdownText } from './markdown.ts';
import { printBlocks } from './print-blocks.ts';
import { toldIn, type Block, type Entry, type Piece, type SaidLine } from './print-block.ts';

function pieceMarkdown({ text, look }: Piece): string {
  const [, lead = '', words = '', trail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (words === '') return text;
  const safe = markdownText(words);
  const marked = look === 'strong' ? `**${safe}**` : safe;
  return `${lead === '' ? '' : ' '}${marked}${trail === '' ? '' : ' '}`;
}

const inline = (pieces: readonly Piece[]): string => pieces.map(pieceMarkdown).join('').trim();

const saidMarkdown = ({ text, isQuote, time }: SaidLine): string =>
  `${isQuote ? `“${markdownText(text)}”` : `(${markdownText(text)})`} (${time})`;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function entriesMarkdown(
  entries: readonly Entry[],
  languages: readonly string[],
): readonly string[] {
  const tags = toldIn(entries, languages).map(markdownText);
  return [
    row(['', ...tags, 'Leads']),
    row(['---', ...tags.map(() => '---'), '---']),
    ...entries.map(({ head, said, leads }) =>
      row([
        inline(head),
        ...tags.map((_, index) => {
          const one = said[index];
          return one === undefined ? '' : saidMarkdown(one);
        }),
        inline(leads),
      ]),
    ),
    '',
  ];
}

function blockMarkdown(block: Block): readonly string[] {
  switch (block.block) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${inline(block.pieces)}`, ''];
    case 'paragraph':
      return [inline(block.pieces), ''];
    case 'facts':
      return [...block.facts.map((pieces) => `- ${inline(pieces)}`), ''];
    case 'entries':
      return entriesMarkdown(block.entries, block.languages);
  }
}

/** A printout as Markdown (CommonMark with GitHub's tables). */
export function printToMarkdown(printout: Printout): string {
  return `${printBlocks(printout).flatMap(blockMarkdown).join('\n').trimEnd()}\n`;
}
