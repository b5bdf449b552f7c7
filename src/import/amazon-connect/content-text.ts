import { embeddedText, joinTexts, type EmbeddedText } from '../../source/embedded-text.ts';
import type { Source } from '../../source/source.ts';
import type { Tree } from '../../source/tree.ts';
import { below, itemsOf } from '../tree-values.ts';

function constantText(text: string, at: number): EmbeddedText {
  return { text, offsets: () => at };
}

/** `Fn::Join`: a delimiter and the parts; a part that is no text stands for something of the stack. */
function joined(source: Source, delimiter: Tree, parts: readonly Tree[]): EmbeddedText {
  const texts: EmbeddedText[] = [];
  for (const part of parts) {
    if (texts.length > 0 && delimiter.kind === 'scalar' && delimiter.value !== '') {
      texts.push(constantText(String(delimiter.value), part.start));
    }
    if (part.kind === 'scalar') texts.push(embeddedText(source, part));
    else {
      const reference = below(part, 'Ref') ?? itemsOf(below(part, 'Fn::GetAtt'))[0];
      const name = reference?.kind === 'scalar' ? String(reference.value) : 'expression';
      texts.push(constantText(`\${${name}}`, part.start));
    }
  }
  return joinTexts(texts);
}

/**
 * The text of a `Content`: a string, `Fn::Sub` or `Fn::Join` in the long form, or with a tag (`!Sub`,
 * `!Join`), of which the tree keeps only what stands behind it. Nothing where it is no text.
 */
export function contentText(source: Source, content: Tree): EmbeddedText | undefined {
  if (content.kind === 'scalar') {
    return typeof content.value === 'string' ? embeddedText(source, content) : undefined;
  }
  const sub = below(content, 'Fn::Sub');
  if (sub !== undefined) return contentText(source, sub);
  const [first, second] = itemsOf(below(content, 'Fn::Join') ?? content);
  if (first?.kind !== 'scalar') return undefined;
  if (second?.kind === 'list') return joined(source, first, second.items);
  return content.kind === 'list' && typeof first.value === 'string'
    ? embeddedText(source, first)
    : undefined;
}
