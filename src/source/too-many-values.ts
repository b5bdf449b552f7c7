import { grouped } from './plural.ts';
import type { Finding } from './finding.ts';
import { mostValues } from './read-result.ts';
import type { Source } from './source.ts';
import { syntaxFinding } from './syntax-finding.ts';

const lineFeed = 10;
const comma = 44;

/** The finding for a document with more values than a reader should hold, at the first beyond. */
export function tooManyValues(source: Source, at: number, end = at + 1): Finding {
  const message = `The document has more than ${grouped(mostValues)} values.`;
  const help = 'Check whether the file is what it should be.';
  return syntaxFinding(source, { start: at, end }, message, help);
}

/**
 * Where a text of lines and commas may hold too many values, each being one line or one item at the
 * least; nothing for every text that people write. It is asked before anything is built.
 */
export function tooManyAt({ text }: Source): number | undefined {
  if (text.length <= mostValues) return undefined;
  let values = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code !== lineFeed && code !== comma) continue;
    values += 1;
    if (values > mostValues) return index;
  }
  return undefined;
}
