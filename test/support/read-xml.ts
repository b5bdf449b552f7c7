export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly in it. */
  readonly text: string;
}

interface Draft extends XmlElement {
  readonly children: Draft[];
  text: string;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x9': '\t',
  '#xA': '\n',
  '#xD': '\r',
};

function unescape(text: string): string {
  if (/[<]|&(?!(amp|lt|gt|quot|#x9|#xA|#xD);)/.test(text))
    throw new Error(`not escaped: ${text.slice(0, 80)}`);
  if (text.includes(']]>')) throw new Error('the end of a CDATA section outside of one');
  return text.replace(/&([^;]+);/g, (_, name: string) => entities[name] ?? '');
}

const allowed = /^[\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const tag = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/y;

/** Reads an XML document of elements, attributes and text, and throws on whatever isn't well-formed. */
export function readXml(xml: string): XmlElement {
  if (!allowed.test(xml)) throw new Error('a character that XML 1.0 forbids');
  const root: Draft = { name: '', attributes: {}, children: [], text: '' };
  const open: Draft[] = [root];
  let at = 0;
  while (at < xml.length) {
    const here = open.at(-1);
    if (here === undefined) throw new Error('closed too often');
    const next = xml.indexOf('<', at);
    if (next !== at) {
      here.text += unescape(xml.slice(at, next < 0 ? xml.length : next));
      at = next < 0 ? xml.length : next;
      continue;
    }
    tag.lastIndex = at;
    const found = tag.exec(xml);
    if (found === null) throw new Error(`no tag: ${xml.slice(at, at + 80)}`);
    const [whole, closing = '', name = '', list = '', empty = ''] = found;
    at += whole.length;
    if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`closed out of turn: ${name}`);
      continue;
    }
    const attributes: Record<string, string> = {};
    for (const [, key = '', value = ''] of list.matchAll(/([\w:-]+)="([^"]*)"/g)) {
      if (key in attributes) throw new Error(`twice: ${key}`);
      attributes[key] = unescape(value);
    }
    const element: Draft = { name, attributes, children: [], text: '' };
    here.children.push(element);
    if (empty === '') open.push(element);
  }
  const [only] = root.children;
  if (only === undefined || root.children.length !== 1 || open.length !== 1 || root.text !== '') {
    throw new Error('not one whole element');
  }
  return only;
}
