import type { NodeId } from '../../script/names.ts';
import type { Prompt } from '../../script/values.ts';
import { xml, type XmlPiece } from '../xml-text.ts';
import { promptOf, saidParts, type Writing } from './context.ts';

/** What is said before something else is done. */
export function saidFirst(
  writing: Writing,
  id: NodeId,
  say: Prompt | undefined,
  bargeIn?: boolean,
): readonly XmlPiece[] {
  const parts = saidParts(writing, say, ['nodes', id, 'say']);
  const prompt = promptOf(parts, parts.length > 0 && bargeIn === false ? { bargein: 'false' } : {});
  return prompt === undefined ? [] : [prompt];
}

/** Executable content of a form. */
export const block = (...content: readonly XmlPiece[]): readonly XmlPiece[] => [
  xml('block', {}, ...content),
];
