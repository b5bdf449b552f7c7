import { SaxesParser } from 'saxes';
import type { Finding } from './finding.ts';
import { deepestNesting } from './read-result.ts';
import { placeBetween, type Source } from './source.ts';
import { syntaxFinding } from './syntax-finding.ts';
import type { Extent } from './tree.ts';
import type { XmlAttribute, XmlElement, XmlText } from './xml-tree.ts';

/** What reading XML gave: its root, or a finding that says why there is none. */
export interface XmlResult {
  readonly root: XmlElement | undefined;
  readonly findings: readonly Finding[];
}

/** Elements, attributes and texts together; no menu has as many, and each takes memory. */
const mostParts = 500_000;

/** An element that is being read. */
interface Growing extends Extent {
  readonly kind: 'element';
  readonly name: string;
  readonly local: string;
  readonly nameExtent: Extent;
  tag: Extent;
  end: number;
  readonly attributes: XmlAttribute[];
  readonly children: (XmlElement | XmlText)[];
}

/** Stops the parser in the middle of a text. */
class Stop extends Error {
  readonly finding: Finding | undefined;

  constructor(finding?: Finding) {
    super('stopped');
    this.finding = finding;
  }
}

/** A parser that knows XML's own entities and no others: those of a document type are never read. */
function createParser(): SaxesParser<{ position: false }> {
  const parser = new SaxesParser({ position: false });
  // A null prototype: else `&constructor;` would be an entity.
  const own = Object.entries({ amp: '&', gt: '>', lt: '<', quot: '"', apos: "'" });
  parser.ENTITIES = Object.assign(Object.create(null), Object.fromEntries(own)) as Record<
    string,
    string
  >;
  return parser;
}

/** Where an attribute is written that ends just before an offset. */
function attributeBefore(text: string, end: number, name: string, value: string): XmlAttribute {
  const quote = text.charAt(end - 1);
  const opening = text.lastIndexOf(quote, end - 2);
  const equals = text.lastIndexOf('=', opening);
  const start = text.lastIndexOf(name, equals - name.length);
  const nameExtent = { start, end: start + name.length };
  return { name, nameExtent, value, valueExtent: { start: opening + 1, end: end - 1 }, start, end };
}

/** What the parser says, in words that tell what to do. */
function errorFinding(
  source: Source,
  message: string,
  offset: number,
  open: Growing | undefined,
): Finding {
  const { text } = source;
  const here = { start: Math.max(0, offset - 1), end: offset };
  const lastTag = text.lastIndexOf('<');
  if (/^unclosed tag|^unexpected end/.test(message) && lastTag > text.lastIndexOf('>')) {
    const at = { start: lastTag, end: text.length };
    return syntaxFinding(source, at, 'The text ends inside this tag.', 'Complete the file.');
  }
  if (/^unclosed tag|^unexpected end/.test(message) && open !== undefined) {
    const says = `The element "${open.name}" is opened here and never closed.`;
    return syntaxFinding(source, open.tag, says, `Add </${open.name}> where it ends.`);
  }
  if (/close tag|closing tag/.test(message)) {
    const at = { start: Math.max(0, text.lastIndexOf('</', offset)), end: offset };
    const finding = syntaxFinding(
      source,
      at,
      'The element that is closed here is not the one that is open.',
      open === undefined ? 'Remove it.' : `Close "${open.name}" first.`,
    );
    const related = open && {
      message: `"${open.name}" is opened here`,
      at: placeBetween(source, open.tag.start, open.tag.end),
    };
    return related === undefined ? finding : { ...finding, related: [related] };
  }
  if (message.startsWith('undefined entity')) {
    const at = { start: Math.max(0, text.lastIndexOf('&', offset)), end: offset };
    const entity = text.slice(at.start, at.end);
    const says = `XML has no entity "${entity}" of its own, and those of a document type are not read.`;
    return syntaxFinding(source, at, says, 'Write the sign itself, or its number (&#233;).');
  }
  const words = message.replace(/\.$/, '');
  return syntaxFinding(source, here, `This is not valid XML: ${words}.`, 'Correct the XML here.');
}

/**
 * Reads XML with the place of everything in it. Entities other than XML's own are findings and never
 * expanded, nothing is fetched, and a document that is too deep or too large is refused.
 */
export function readXml(source: Source): XmlResult {
  const { text } = source;
  const parser = createParser();
  const open: Growing[] = [];
  let root: Growing | undefined;
  let parts = 0;
  /** Where the tag that is being read begins, and where the last one ended. */
  let tagStart = 0;
  let behind = 0;

  const stop = (at: Extent, message: string, help: string): never => {
    throw new Stop(syntaxFinding(source, at, message, help));
  };
  const count = () => {
    parts += 1;
    if (parts > mostParts)
      stop(
        { start: parser.position - 1, end: parser.position },
        `The document has more than ${mostParts} parts.`,
        'Check whether the file is what it should be.',
      );
  };
  const keepText = (words: string, end: number) => {
    count();
    open.at(-1)?.children.push({ kind: 'text', text: words, start: behind, end });
  };
  parser.on('error', ({ message }) => {
    throw new Stop(errorFinding(source, message, parser.position, open.at(-1)));
  });
  parser.on('opentagstart', ({ name }) => {
    count();
    tagStart = text.lastIndexOf('<', parser.position - 1);
    const nameExtent = { start: tagStart + 1, end: tagStart + 1 + name.length };
    const extent = { start: tagStart, end: nameExtent.end };
    const local = name.slice(name.indexOf(':') + 1);
    const children: (XmlElement | XmlText)[] = [];
    const element = {
      kind: 'element' as const,
      name,
      local,
      nameExtent,
      tag: extent,
      ...extent,
      attributes: [],
      children,
    };
    if (open.length > deepestNesting)
      stop(
        extent,
        `The document is nested more than ${deepestNesting} levels deep.`,
        'Check whether the file is what it should be.',
      );
    open.at(-1)?.children.push(element);
    open.push(element);
    root ??= element;
  });
  parser.on('attribute', ({ name, value }) => {
    count();
    open.at(-1)?.attributes.push(attributeBefore(text, parser.position, name, value));
  });
  parser.on('opentag', () => {
    const element = open.at(-1);
    behind = parser.position;
    if (element !== undefined) element.tag = { start: element.start, end: behind };
  });
  parser.on('closetag', () => {
    const element = open.pop();
    behind = parser.position;
    if (element !== undefined) element.end = behind;
  });
  parser.on('text', (words) => {
    keepText(words, parser.position - 1);
  });
  parser.on('cdata', (words) => {
    keepText(words, parser.position);
    behind = parser.position;
  });
  const skip = () => {
    behind = parser.position;
  };
  parser.on('comment', skip);
  parser.on('processinginstruction', skip);
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { root: undefined, findings: error.finding === undefined ? [] : [error.finding] };
  }
  return { root, findings: [] };
}

/** The name of a document's first element, without its prefix; nothing where it isn't XML so far. */
export function rootNameOf({ text }: Source): string | undefined {
  if (!/^\uFEFF?\s*</.test(text)) return undefined;
  const parser = createParser();
  let found: string | undefined;
  parser.on('opentagstart', ({ name }) => {
    found = name.slice(name.indexOf(':') + 1);
    throw new Stop();
  });
  parser.on('error', () => {
    throw new Stop();
  });
  try {
    parser.write(text);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return found;
}
