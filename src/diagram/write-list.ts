import type { Language } from '../script/values.ts';
import { cleanText } from './clean-text.ts';
import type { Drawing, DrawnFinding, DrawnText } from './drawing.ts';
import type { NodeFinding } from './options.ts';
import type { StepId } from './read-steps.ts';
import { badgeText } from './write-marks.ts';
import { wrapText } from './wrap-text.ts';
import { writeText } from './write-text.ts';
import type { Words } from './words.ts';

const size = 11;
const lineHeight = 16;
const indent = 26;
const columnWidth = 560;
const columnGap = 32;
const mostLines = 3;

interface ListSources {
  readonly notes: readonly string[];
  readonly findings: readonly NodeFinding[];
  readonly title: (id: StepId) => string;
  readonly isHere: (id: StepId) => boolean;
  readonly words: Words;
  readonly spoken: readonly Language[];
}

interface Block {
  readonly finding: NodeFinding;
  readonly lines: readonly string[];
}

/** Blocks in columns that are about equally high, in their order from top to bottom. */
function inColumns(blocks: readonly Block[], columns: number): readonly (readonly Block[])[] {
  const all = blocks.reduce((sum, { lines }) => sum + lines.length + 0.5, 0);
  const result: Block[][] = [[]];
  let filled = 0;
  for (const block of blocks) {
    const own = block.lines.length + 0.5;
    if (result.length < columns && filled + own / 2 > (all / columns) * result.length)
      result.push([]);
    result.at(-1)?.push(block);
    filled += own;
  }
  return result;
}

function writeFinding(
  { finding, lines }: Block,
  { x, y }: { readonly x: number; readonly y: number },
  room: number,
  { words, spoken }: ListSources,
): DrawnFinding {
  const style = { x: indent, size, room } as const;
  return {
    x,
    y,
    severity: finding.severity,
    number: badgeText(`${finding.number}`, finding.severity, words),
    lines: lines.map((line, index) =>
      writeText(line, spoken, { ...style, y: 4 + index * lineHeight }),
    ),
  };
}

/** What stands under the legend: what the sheet leaves out, and the findings by their numbers. */
export function writeList(
  from: ListSources,
  corner: { readonly x: number; readonly y: number },
  width: number,
): Pick<Drawing, 'notes'> & { readonly items: readonly DrawnFinding[]; readonly bottom: number } {
  const { words, title } = from;
  const own = [words.language];
  const notes: DrawnText[] = [];
  let y = corner.y;
  for (const note of from.notes) {
    for (const line of wrapText(cleanText(note), Math.min(width, 900), size, mostLines)) {
      y += lineHeight;
      notes.push(writeText(line, own, { x: corner.x, y, size, room: width, tone: 'muted' }));
    }
  }
  const findings = from.findings.filter(({ node }) => node === '' || from.isHere(node));
  if (findings.length === 0) return { notes, items: [], bottom: y };
  y += 28;
  const heading = { x: corner.x, y, size: 11.5, room: width, bold: true, tone: 'muted' } as const;
  notes.push(writeText(words.findings, own, heading));
  y += 22;
  const columns = Math.max(1, Math.floor((width + columnGap) / (columnWidth + columnGap)));
  const room = Math.min(columnWidth, width) - indent;
  const blocks = findings.map((finding): Block => {
    const where = finding.node === '' ? '' : `${title(finding.node)}: `;
    return { finding, lines: wrapText(cleanText(where + finding.message), room, size, mostLines) };
  });
  let bottom = y;
  const items = inColumns(blocks, columns).flatMap((column, index) => {
    let at = y;
    return column.map((block) => {
      const place = { x: corner.x + index * (columnWidth + columnGap), y: at };
      at += block.lines.length * lineHeight + lineHeight / 2;
      bottom = Math.max(bottom, at - lineHeight);
      return writeFinding(block, place, room, from);
    });
  });
  return { notes, items, bottom };
}
