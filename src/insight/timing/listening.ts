import { cumulativeIncidence } from '../cumulative-incidence.ts';
import { defineInsight, type InsightInput } from '../insight.ts';
import { rateOf, type Rate } from '../rate.ts';
import { tableOf } from '../table.ts';
import type { HeardPart } from './heard-parts.ts';
import { partLabel } from './part-label.ts';
import { languageNotes, timingOf, unseenVisits, type TimedNode } from './timing-of.ts';

/** Expected counts are told as whole ones. */
export const wholeRate = (count: number, of: number): Rate =>
  rateOf(Math.min(Math.round(count), Math.round(of)), Math.round(of));

const leftAt = ({ heard }: TimedNode): number =>
  heard.parts.reduce((sum, { ended }) => sum + ended.left, 0);

/** Calls that gave up by hanging up, by the node where they did. */
function dropOutsByHangUp({ paths }: InsightInput['replay']): ReadonlyMap<string, number> {
  const lost = new Map<string, number>();
  for (const { outcome, lastNode, calls } of paths)
    if (outcome === 'hung-up' && lastNode !== undefined)
      lost.set(lastNode, (lost.get(lastNode) ?? 0) + calls);
  return lost;
}

/** Whether it is known what is being said when: lengths, and the options of a menu apart. */
const isTimed = ({ heard: { timeline } }: TimedNode): boolean =>
  timeline.isKnown && timeline.separation === 'apart';

const partAt = (parts: readonly HeardPart[], second: number): HeardPart | undefined =>
  parts.find(({ name, from, to }) => name !== 'retry' && second >= from && second < to);

/** Where fewer hang-ups than this share are drop-outs, the others hide them (judgement). */
const fewestLost = 0.1;

/** A node where callers hang up, and how many of those who do are lost: others had been served. */
interface LeavingNode {
  readonly timed: TimedNode;
  readonly loss: Rate;
}

function leavingNodes(input: InsightInput): readonly LeavingNode[] {
  const lost = dropOutsByHangUp(input.replay);
  return timingOf(input)
    .filter((timed) => leftAt(timed) > 0)
    .map((timed) => {
      const left = Math.round(leftAt(timed));
      return { timed, loss: rateOf(Math.min(lost.get(timed.node.id) ?? 0, left), left) };
    });
}

/** Who has been served may hang up wherever they are: that is no drop-out. */
const isLoss = ({ loss }: LeavingNode): boolean => (loss.rate ?? 0) >= fewestLost;

/** The nodes where callers are lost, in script order; where they are few of those who hang up, none. */
export function nodesWithLoss(input: InsightInput): readonly LeavingNode[] {
  return leavingNodes(input).filter(isLoss);
}

/** Drop-outs in a part, were they spread over the node's parts as all hang-ups are. */
const likely = ({ left, loss }: { readonly left: Rate; readonly loss: Rate }): number =>
  left.count * (loss.rate ?? 0);

/** A second of a first hearing in which callers hung up. */
interface LostSecond {
  readonly node: string;
  readonly second: number;
  readonly part: string;
  readonly left: Rate;
  readonly gone: Rate;
}

/** The seconds of a node's first hearings in which callers hung up, with the incidence up to their end. */
function lostSeconds(timed: TimedNode): readonly LostSecond[] {
  const { node, heard } = timed;
  const first = timed.hearings.filter(({ again }) => again === undefined);
  const departures = first.map(({ end, seconds, times }) => ({
    at: seconds,
    cause: end === 'lost' ? undefined : end === 'left' ? ('left' as const) : ('other' as const),
    times,
  }));
  const hearings = first.reduce((sum, { times }) => sum + times, 0);
  const bySecond = new Map<number, { left: number; gone: Rate }>();
  let gone = 0;
  for (const { at, count, share, interval } of cumulativeIncidence(departures, 'left')) {
    const second = Math.floor(at);
    gone += count;
    bySecond.set(second, {
      left: (bySecond.get(second)?.left ?? 0) + count,
      gone: { ...rateOf(gone, hearings), rate: share, ...interval },
    });
  }
  const there = (second: number) =>
    first.reduce((sum, { seconds, times }) => sum + (seconds >= second ? times : 0), 0);
  return [...bySecond].map(([second, { left, gone: told }]) => {
    const part = isTimed(timed) ? partAt(heard.parts, second) : undefined;
    return {
      node: node.id,
      second,
      part: part === undefined ? '' : partLabel(node, part),
      left: rateOf(left, there(second)),
      gone: told,
    };
  });
}

function notesOn(timed: readonly TimedNode[], untimed: readonly TimedNode[]): readonly string[] {
  const names = (list: readonly TimedNode[]) => list.map(({ node }) => `"${node.id}"`).join(', ');
  const mixed = timed.filter(({ heard }) => heard.mixedLanguages > 0);
  return [
    ...(untimed.length === 0
      ? []
      : [
          `It is unknown what was being said at ${names(untimed)}: lengths are missing, or all options are in one prompt. Give each option its own text or length.`,
        ]),
    ...(mixed.length === 0
      ? []
      : [
          `${names(mixed)}: heard in several languages, and the log doesn't say which. Counts are estimated from the shares of the languages.`,
        ]),
  ];
}

/** Which words callers left at. */
export const listeningInsight = defineInsight({
  id: 'listening',
  title: 'What was being said when callers gave up',
  question: 'At which words of a prompt, and in which second, do callers hang up?',
  definition:
    'The times come from the log. What is said at which second is calculated from recordings and texts. Choosing, silence and going on also end a hearing: they compete with hanging up and are not treated as missing data. Callers who were served or left a message hang up, too, and times can’t tell them apart. So the drop-outs are shown next to all hang-ups of the node, and nodes where fewer than one hang-up in ten is a drop-out are left out. By part: calls that hung up during this part of a prompt, out of all hearings that reached its beginning, repeated hearings included. By second: calls that hung up in this second of a first hearing, out of those still there; and the share of all first hearings that had hung up by then.',
  source:
    'cumulative incidence with competing risks (Aalen & Johansen 1978), Wilson intervals of effective size',
  find(input: InsightInput) {
    const leaving = leavingNodes(input);
    const lost = leaving.filter(isLoss);
    const all = lost.map(({ timed }) => timed);
    const served = leaving
      .filter((one) => !isLoss(one))
      .reduce((sum, { timed }) => sum + Math.round(leftAt(timed)), 0);
    const lossAt = new Map(lost.map(({ timed, loss }) => [timed, loss]));
    const timed = all.filter(isTimed);
    const untimed = all.filter((one) => !isTimed(one));
    const parts = timed.flatMap((one) =>
      one.heard.parts
        .filter(({ ended }) => ended.left > 0)
        .map((part) => ({
          ...{ node: one.node.id, part: partLabel(one.node, part), from: part.from },
          to: Number.isFinite(part.to) ? part.to : undefined,
          left: wholeRate(part.ended.left, part.heard),
          perMinute: part.seconds > 0 ? (part.ended.left / part.seconds) * 60 : undefined,
          loss: lossAt.get(one) ?? rateOf(0, 0),
        })),
    );
    const seconds = all.flatMap(lostSeconds);
    const unseen = unseenVisits(input, timingOf(input));
    return {
      tables: [
        tableOf(
          'parts',
          'By what was being said',
          {
            node: 'node',
            part: 'being said',
            from: ['from', 'seconds'],
            to: ['to', 'seconds'],
            left: ['hung up, of those who heard it begin', 'rate'],
            perMinute: ['hang-ups a minute of listening', 'number'],
            loss: ['drop-outs, of all who hung up at this node', 'rate'],
          },
          [...parts].sort((a, b) => likely(b) - likely(a) || a.from - b.from),
        ),
        tableOf(
          'seconds',
          'By second of a first hearing',
          {
            node: 'node',
            second: ['second', 'number'],
            part: 'being said',
            left: ['hung up, of those still there', 'rate'],
            gone: ['hung up by then, of all first hearings', 'rate'],
          },
          [...seconds].sort((a, b) => b.left.count - a.left.count),
        ),
      ],
      excluded: [
        { count: served, what: 'hang-ups at nodes where fewer than one in ten is a drop-out' },
        { count: unseen, what: "visits whose end the log doesn't have" },
      ].filter(({ count }) => count > 0),
      notes: [...notesOn(timed, untimed), ...languageNotes(input)],
    };
  },
});
