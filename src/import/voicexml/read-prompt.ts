import {
  attributeOf,
  elementsOf,
  textIn,
  valueIn,
  type XmlElement,
  type XmlText,
} from '../../source/xml-tree.ts';
import type { Said } from '../said.ts';

type Child = XmlElement | XmlText;

/** A piece of what callers hear. */
interface Piece {
  readonly text?: string;
  readonly recording?: string;
  /** What a call computes. */
  readonly computed?: string;
}

/** Elements that only say how words are spoken. */
const speech = new Set([
  ...[
    'prompt',
    'p',
    'paragraph',
    's',
    'sentence',
    'emphasis',
    'prosody',
    'voice',
    'say-as',
    'sayas',
  ],
  ...['phoneme', 'sub', 'speak', 'w', 'token', 'lang'],
]);
const unheard = new Set(['break', 'mark', 'metadata', 'meta', 'lexicon', 'desc']);
const heard = new Set([...speech, 'audio', 'value', 'enumerate', 'foreach']);

/** True for what callers hear, and for blanks between. */
export const isHeard = (child: Child): boolean =>
  child.kind === 'text' || heard.has(child.local) || unheard.has(child.local);

function audioPieces(audio: XmlElement): readonly Piece[] {
  const recording = valueIn(audio, 'src');
  const text = textIn(audio);
  const words = text === '' ? {} : { text };
  if (recording !== undefined) return [{ recording, ...words }];
  const computed = valueIn(audio, 'expr');
  return computed === undefined ? piecesIn(audio.children) : [{ computed, ...words }];
}

function piecesIn(children: readonly Child[]): readonly Piece[] {
  return children.flatMap((child): readonly Piece[] => {
    if (child.kind === 'text') return [{ text: child.text }];
    if (child.local === 'audio') return audioPieces(child);
    if (child.local === 'value') return [{ computed: valueIn(child, 'expr') ?? 'value' }];
    if (child.local === 'foreach')
      return [{ computed: `each of ${valueIn(child, 'array') ?? ''}` }];
    if (child.local === 'sub') return [{ text: valueIn(child, 'alias') ?? textIn(child) }];
    if (!speech.has(child.local)) return [];
    const condition = valueIn(child, 'cond');
    const inner = piecesIn(child.children);
    return condition === undefined ? inner : [...inner, { computed: `if ${condition}` }];
  });
}

const folded = (words: readonly string[]): string => words.join(' ').replace(/\s+/g, ' ').trim();

/** The language that all of a prompt is in, where it differs from its document's. */
function ownLanguage(children: readonly Child[], language: string): string | undefined {
  const prompts = children.flatMap((child) => (child.kind === 'element' ? [child] : []));
  const [first, ...others] = prompts.map((prompt) => attributeOf(prompt, 'xml:lang')?.value);
  const isOne = first !== undefined && first !== language && others.every((one) => one === first);
  return isOne && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(first) ? first : undefined;
}

/**
 * What callers hear of prompts and texts that follow each other: a text, a recording with the words
 * that stand in for it, or `unknown` with the words that are known. Nothing where nothing is heard.
 */
export function readPrompt(children: readonly Child[], language: string): Said | undefined {
  const pieces = piecesIn(children).filter(
    ({ text, ...others }) => Object.keys(others).length > 0 || (text ?? '').trim() !== '',
  );
  if (pieces.length === 0) return undefined;
  const text = folded(pieces.flatMap((piece) => piece.text ?? []));
  const own = ownLanguage(children, language);
  const words = text === '' ? {} : { text: own === undefined ? text : { [own]: text } };
  const recordings = pieces.flatMap(({ recording }) => recording ?? []);
  const computed = pieces.flatMap((piece) => piece.computed ?? []);
  const silent = pieces.filter((piece) => piece.text === undefined).length;
  const isMixed = recordings.length > 0 && recordings.length < pieces.length && silent > 0;
  if (computed.length > 0 || isMixed)
    return { unknown: folded([...recordings, ...computed]), ...words };
  if (recordings.length > 0) return { recording: recordings.join(' + '), ...words };
  return own === undefined ? { text } : { text: { [own]: text } };
}

/** The prompts of an item that callers hear first: those without a count, or with the lowest. */
export function firstPrompts(item: XmlElement): readonly Child[] {
  const counted = (child: Child) =>
    child.kind === 'element' && child.local === 'prompt'
      ? Number(valueIn(child, 'count') ?? '1')
      : 1;
  const prompts = item.children.filter(
    (child) =>
      (child.kind === 'element' &&
        ['prompt', 'audio', 'value', 'enumerate'].includes(child.local)) ||
      (child.kind === 'text' && item.local !== 'choice' && child.text.trim() !== ''),
  );
  const least = Math.min(...prompts.map(counted));
  return prompts.filter((child) => counted(child) === least);
}

/** The prompts that callers hear only when they are asked again. */
export function laterPrompts(item: XmlElement): readonly XmlElement[] {
  const first = firstPrompts(item);
  return elementsOf(item, 'prompt').filter((prompt) => !first.includes(prompt));
}
