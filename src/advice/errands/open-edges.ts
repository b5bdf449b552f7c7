import { edgesFrom, nodeAt, type CallFlow, type FlowEdge } from '../../flow/call-flow.ts';
import type { NodeId } from '../../script/names.ts';
import type { Language } from '../../script/values.ts';
import { isSameLanguage } from '../../walk/languages.ts';
import { isCallerLookUp } from '../caller-look-up.ts';
import type { Circumstances } from './errand.ts';
import { nodeSubject } from './node-subject.ts';

/** How an answer is kept: the trigger and the value of the edge that a call went by. */
export const answerOf = ({ trigger, value, does, to }: FlowEdge): string =>
  does === 'back' ? `back ${to}` : `${trigger} ${value ?? ''}`;

/** Kinds at which the way on isn't the caller's choice. */
const decides = new Set([
  'branch',
  'task',
  'queue',
  'transfer',
  'voicemail',
  'callback',
  'subflow',
  'opaque',
]);

/** Whether an edge says something of a call's circumstances that its other choices don't. */
export function isAnswer(flow: CallFlow, edge: FlowEdge): boolean {
  return edge.does === 'back' || decides.has(nodeAt(flow, edge.from).kind);
}

/**
 * Whether what callers met elsewhere may open an edge to some of them and not to others who speak the same
 * languages.
 */
export function dependsOnAnswers(flow: CallFlow, edge: FlowEdge): boolean {
  const { kind } = nodeAt(flow, edge.from);
  return kind === 'menu' ? edge.does === 'back' : kind !== 'announcement' && kind !== 'collect';
}

/** Whether all ways on but those of an error lead to one node. */
function isOnlyWay(flow: CallFlow, edge: FlowEdge): boolean {
  return edgesFrom(flow, edge.from).every(
    ({ trigger, to }) => trigger === 'error' || to === edge.to,
  );
}

/** The answers that were met at any node that asks the same. */
function answersBySubject(
  was: CallFlow,
  answers: Circumstances['answers'],
): ReadonlyMap<string, ReadonlySet<string>> {
  const bySubject = new Map<string, Set<string>>();
  for (const [id, own] of answers) {
    const subject = nodeSubject(nodeAt(was, id).node);
    if (subject === undefined) continue;
    const others = bySubject.get(subject);
    if (others === undefined) bySubject.set(subject, new Set(own));
    else for (const answer of own) others.add(answer);
  }
  return bySubject;
}

/**
 * Which edges of a flow are open to callers who go on by themselves, in circumstances that were met in
 * another version of it, or in itself. Options are theirs to choose (of languages only those that they
 * chose); where others decide, the way is what it was at that node, else at a node that asks the same,
 * else the only one. What was never answered is not guessed: there the way ends.
 */
export function openEdges(
  was: CallFlow,
  is: CallFlow,
  { answers, languages }: Circumstances,
): (edge: FlowEdge, language: Language) => boolean {
  let bySubject: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  const known = new Map<NodeId, ReadonlySet<string> | undefined>();
  const answersAt = (id: NodeId): ReadonlySet<string> | undefined => {
    if (known.has(id)) return known.get(id);
    const { kind, node } = nodeAt(is, id);
    const own = was.byId.get(id)?.kind === kind ? answers.get(id) : undefined;
    const subject = own === undefined ? nodeSubject(node) : undefined;
    const found =
      own ??
      (subject === undefined
        ? undefined
        : (bySubject ??= answersBySubject(was, answers)).get(subject));
    known.set(id, found);
    return found;
  };
  const isSpoken = (edge: FlowEdge, language: Language): boolean => {
    const cases = edgesFrom(is, edge.from).filter(
      ({ trigger, value }) =>
        trigger === 'case' && value !== undefined && isSameLanguage(value, language),
    );
    return cases.length > 0 ? cases[0] === edge : edge.trigger === 'next';
  };
  const isChoosable = (edge: FlowEdge, language: Language): boolean => {
    const { node } = nodeAt(is, edge.from);
    const option = node.kind === 'menu' ? node.options[edge.option ?? -1] : undefined;
    if (option === undefined || edge.does === 'repeat') return false;
    if (edge.does === 'back')
      return answersAt(edge.from)?.has(answerOf(edge)) === true || isOnlyBack(edge);
    if (option.language === undefined) return true;
    const wanted = languages.length > 0 ? languages : [language];
    return wanted.some((one) => isSameLanguage(one, option.language ?? one));
  };
  const isOnlyBack = (edge: FlowEdge): boolean =>
    edgesFrom(is, edge.from).every(({ does, to }) => does !== 'back' || to === edge.to);
  return (edge, language) => {
    const { kind, node } = nodeAt(is, edge.from);
    if (kind === 'menu') return isChoosable(edge, language);
    if (kind === 'announcement' || kind === 'collect') return edge.trigger === 'next';
    const met = answersAt(edge.from);
    if (met !== undefined) return met.has(answerOf(edge));
    if (node.kind === 'branch' && node.on === 'language') return isSpoken(edge, language);
    if (isCallerLookUp(node)) return edge.trigger === 'failure';
    return (
      (kind === 'branch' || kind === 'task') && edge.trigger !== 'error' && isOnlyWay(is, edge)
    );
  };
}
