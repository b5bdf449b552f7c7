import type { CallFlow } from '../../flow/call-flow.ts';
import type { NodeId } from '../../script/names.ts';
import type { Language } from '../../script/values.ts';
import type { Counterparts } from './counterparts.ts';
import type { Errand } from './errand.ts';

/** Where a call begins, and in which language. */
export interface Start {
  readonly id: NodeId;
  readonly language: Language;
}

/**
 * Where calls of an errand begin in a script: at the entry of the number that they dialled; of several,
 * at the one with their first node, then the one in their language. Calls whose log begins behind the
 * entry begin at the same node, as long as it exists.
 */
export function startIn(
  was: CallFlow,
  is: CallFlow,
  counterparts: Counterparts,
  { start, number, language }: Errand,
): Start | undefined {
  if (start === undefined) return undefined;
  const [same] = counterparts.nodes(start);
  const isEntry = was.entries.some((entry) => entry.start === start);
  if (!isEntry && same !== undefined) return { id: same, language };
  const spoken = ({ path: [, index] }: CallFlow['entries'][number]): string =>
    is.script.entries[Number(index)]?.language ?? is.script.language;
  const dialled = is.entries.filter((entry) => number !== '' && entry.number === number);
  const others = is.entries.filter((entry) => entry.number === undefined);
  const open =
    dialled.length > 0 ? dialled : number !== '' && others.length > 0 ? others : is.entries;
  const direct = open.filter((entry) => entry.start === same);
  const likely = direct.length > 0 ? direct : open;
  const best = likely.find((entry) => spoken(entry) === language) ?? likely[0];
  if (best === undefined) return undefined;
  const keeps = likely.some((entry) => spoken(entry) === language);
  return { id: best.start, language: keeps ? language : spoken(best) };
}
