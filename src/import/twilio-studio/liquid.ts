/** A part of a text: words, or what Liquid stands between `{{ }}` or `{% %}`. */
interface Part {
  readonly kind: 'words' | 'output' | 'tag';
  readonly text: string;
}

/** Ends what Liquid leaves as it is. */
const endRaw = /\{%-?\s{0,9}endraw\s{0,9}-?%\}/g;

/**
 * Takes a text apart at its Liquid. What is opened and never closed is words. One pass over the text.
 * https://shopify.github.io/liquid/basics/introduction/
 */
function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  let unclosed = '';
  let canEndRaw = true;
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at)) {
    const mark = text[at + 1];
    const close = mark === '{' ? '}}' : mark === '%' ? '%}' : undefined;
    const end = close === undefined || unclosed.includes(close) ? -1 : text.indexOf(close, at + 2);
    if (close === undefined || end === -1) {
      if (close !== undefined) unclosed += close;
      at += 1;
      continue;
    }
    if (at > from) parts.push({ kind: 'words', text: text.slice(from, at) });
    const inside = text
      .slice(at + 2, end)
      .replace(/^-|-$/g, '')
      .trim();
    at = end + 2;
    endRaw.lastIndex = at;
    const raw = inside === 'raw' && mark === '%' && canEndRaw ? endRaw.exec(text) : null;
    if (raw === null) {
      canEndRaw &&= inside !== 'raw';
      parts.push({ kind: mark === '{' ? 'output' : 'tag', text: inside });
    } else {
      parts.push({ kind: 'words', text: text.slice(at, raw.index) });
      at = raw.index + raw[0].length;
    }
    from = at;
  }
  if (from < text.length) parts.push({ kind: 'words', text: text.slice(from) });
  return parts;
}

/** `${NAME}`: what a tool fills in that installs the flow. */
const placeholder = /\$\{[^{}]*\}/g;

/** The words of a text that is words alone, without the marks around what Liquid leaves as it is. */
export function plainText(text: string): string | undefined {
  if (text.search(placeholder) !== -1) return undefined;
  const parts = partsOf(text);
  return parts.every(({ kind }) => kind === 'words')
    ? parts.map((part) => part.text).join('')
    : undefined;
}

/** True for a text that only the running flow, or the tool that installs it, knows in full. */
export function hasLiquid(text: string): boolean {
  return plainText(text) === undefined;
}

const opening = new Set(['if', 'unless', 'case', 'for', 'tablerow', 'capture', 'comment']);
const dividing = new Set(['else', 'elsif', 'when']);

/** An open block, and which of its alternatives is being read. */
interface Block {
  readonly tag: string;
  branch: number;
}

/** Of `if` the first alternative is heard, of `case` the first `when`, of a comment nothing. */
function isHeard({ tag, branch }: Block): boolean {
  return tag !== 'comment' && branch === (tag === 'case' ? 1 : 0);
}

/**
 * The words that a text has for certain, with `…` where Liquid fills something in; empty when
 * nothing is left. Of alternatives (`if`, `case`) the first is taken, since callers hear one of them.
 */
export function knownWords(text: string): string {
  const words: string[] = [];
  const open: Block[] = [];
  let hidden = 0;
  const change = (block: Block, branch: number) => {
    const before = isHeard(block);
    block.branch = branch;
    hidden += Number(before) - Number(isHeard(block));
  };
  for (const part of partsOf(text)) {
    if (part.kind !== 'tag') {
      if (hidden > 0) continue;
      words.push(part.kind === 'output' ? '…' : part.text.replace(placeholder, '…'));
      continue;
    }
    const tag = /^[a-z]+/.exec(part.text)?.[0] ?? '';
    const block = open.at(-1);
    if (opening.has(tag)) {
      const opened: Block = { tag, branch: 0 };
      open.push(opened);
      hidden += Number(!isHeard(opened));
    } else if (dividing.has(tag) && block !== undefined) {
      change(block, block.branch + 1);
    } else if (tag.startsWith('end') && block !== undefined) {
      hidden -= Number(!isHeard(block));
      open.pop();
    }
  }
  const rest = words.join('').replace(/\s+/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(rest) ? rest : '';
}

/** What an expression looks at, and what it does with it. */
export interface Expression {
  /** `widgets.menu.Digits`. */
  readonly path: string;
  /** `plus: 1`, `strip`, as they are written. */
  readonly filters: readonly string[];
}

/** Reads a text that is one output and nothing else, such as `{{ widgets.menu.Digits }}`. */
export function expressionIn(text: string): Expression | undefined {
  const [part, more] = partsOf(text.trim());
  if (part?.kind !== 'output' || more !== undefined) return undefined;
  const [path = '', ...filters] = part.text.split('|').map((piece) => piece.trim());
  return /^[A-Za-z_][\w.-]*(?:\[[^\]]*\][\w.-]*)*$/.test(path) ? { path, filters } : undefined;
}

/** What a call already knows by another name: `flow.variables.tries` is `tries`. */
export function variableIn(path: string): string | undefined {
  return /^flow\.variables\.([\w-]+)$/.exec(path)?.[1];
}

/** What a widget found: `widgets.menu.Digits`. */
export function widgetValueIn(
  path: string,
): { readonly widget: string; readonly value: string } | undefined {
  const [, widget, value] = /^widgets\.([^.]+)\.(.+)$/.exec(path) ?? [];
  return widget === undefined || value === undefined ? undefined : { widget, value };
}
