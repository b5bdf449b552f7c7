import type { NodeOfKind } from '../../script/script.ts';
import type { Extent } from '../../source/tree.ts';
import { stripSsml } from '../strip-ssml.ts';
import { scalarBelow, textBelow } from '../tree-values.ts';
import { hasLiquid, knownWords, plainText } from './liquid.ts';
import type { Widget } from './widget.ts';

/** A prompt as scripts hold it. */
export type Say = NonNullable<NodeOfKind<'announcement'>['say']>;

/** What a widget says or plays, with the place where it is written. */
export interface SaidPrompt {
  readonly say: Say | undefined;
  readonly at: Extent | undefined;
}

function spoken(written: string): Say | undefined {
  const hasMarkup = /<\/?[a-z][^<>]*>/i.test(written);
  const text = hasMarkup ? stripSsml(written) : written.trim();
  if (text === '') return undefined;
  const plain = plainText(text);
  if (plain !== undefined) return { text: plain };
  const known = knownWords(text);
  return known === '' ? { unknown: text } : { unknown: text, text: known };
}

/** What a widget says, or the recording that it plays, by its address. */
export function readSay({ properties }: Widget): SaidPrompt {
  const text = scalarBelow(properties, 'say');
  const say = text === undefined ? undefined : spoken(String(text.value));
  if (text !== undefined && say !== undefined) return { say, at: text };
  const url = scalarBelow(properties, 'play');
  if (url === undefined) return { say: undefined, at: undefined };
  const recording = String(url.value).trim();
  return { say: hasLiquid(recording) ? { unknown: recording } : { recording }, at: url };
}

/** What Studio speaks where a widget names no language. */
const platformLanguage = 'en-US';

/** The language of the first widget that names one. */
export function readLanguage(widgets: readonly Widget[]): string {
  for (const { properties } of widgets) {
    const language = textBelow(properties, 'language');
    if (language !== undefined && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) {
      return language;
    }
  }
  return platformLanguage;
}
