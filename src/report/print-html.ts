import type { Printout } from '../print/printout.ts';
import { htmlText } from './html-text.ts';
import { printBlocks } from './print-blocks.ts';
import { toldIn, type Block, type Entry, type Piece, type SaidLine } from './print-block.ts';
import { printStyle, printStyleHash } from './print-style.ts';

function pieceHtml({ text, look, link }: Piece): string {
  const words = htmlText(text);
  if (link !== undefined) return `<a href="#s${htmlText(link)}">${words}</a>`;
  if (look === 'strong') return `<strong>${words}</strong>`;
  return look === 'quiet' ? `<span class="quiet">${words}</span>` : words;
}

const inline = (pieces: readonly Piece[]): string => pieces.map(pieceHtml).join('');

/** Words of a menu keep their own direction, whatever stands around them. */
function saidHtml({ tongue, text, isQuote, time }: SaidLine): string {
  const words = `<bdi lang="${htmlText(tongue)}">${htmlText(text)}</bdi>`;
  return `${isQuote ? `“${words}”` : `(${words})`} <span class="time">${htmlText(time)}</span>`;
}

/** The number that others refer to: `E3` of an error. */
const anchorOf = ({ head }: Entry): string => {
  const number = /^E\d+/.exec(head[0]?.text ?? '')?.[0];
  return number === undefined ? '' : ` id="s${number}"`;
};

function entriesHtml(entries: readonly Entry[], languages: readonly string[]): string {
  const tags = toldIn(entries, languages);
  const rows = entries.map((entry) => {
    const said = tags.map((_, index) => {
      const one = entry.said[index];
      return `<td>${one === undefined ? '' : saidHtml(one)}</td>`;
    });
    return `<tr${anchorOf(entry)}><td>${inline(entry.head)}</td>${said.join('')}<td>${inline(entry.leads)}</td></tr>`;
  });
  const heads = ['', ...tags, 'Leads'].map((tag) => `<th scope="col">${htmlText(tag)}</th>`);
  return `<table${languages.length > 1 ? ' class="many"' : ''}><thead><tr>${heads.join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

function blockHtml(block: Block): string {
  switch (block.block) {
    case 'heading': {
      const anchor = block.anchor === undefined ? '' : ` id="s${htmlText(block.anchor)}"`;
      return `<h${block.level}${anchor}>${inline(block.pieces)}</h${block.level}>`;
    }
    case 'paragraph':
      return `<p>${inline(block.pieces)}</p>`;
    case 'facts':
      return `<ul>${block.facts.map((pieces) => `<li>${inline(pieces)}</li>`).join('\n')}</ul>`;
    case 'entries':
      return entriesHtml(block.entries, block.languages);
  }
}

/** A printout as one page of HTML that prints on A4: no script, nothing from a network. */
export function printToHtml(printout: Printout): string {
  const policy = `default-src 'none'; style-src '${printStyleHash}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(printout.title)}</title>
<style>${printStyle}</style>
</head>
<body>
${printBlocks(printout).map(blockHtml).join('\n')}
</body>
</html>
`;
}
