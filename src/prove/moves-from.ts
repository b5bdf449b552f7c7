import type { ScriptNode } from '../script/script.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import { askingMoves } from './asking-moves.ts';
import { union } from './bits.ts';
import { branchMoves } from './branch-moves.ts';
import { isEnd, type Move } from './move.ts';
import { queueMoves } from './queue-moves.ts';
import type { At, Here, Routes } from './routes.ts';
import {
  announcementMoves,
  callbackMoves,
  hangupMoves,
  opaqueMoves,
  subflowMoves,
  taskMoves,
  transferMoves,
  voicemailMoves,
} from './service-moves.ts';
import type { Spot } from './spot.ts';

const movesBy = {
  announcement: announcementMoves,
  menu: askingMoves,
  collect: askingMoves,
  branch: branchMoves,
  task: taskMoves,
  queue: queueMoves,
  transfer: transferMoves,
  voicemail: voicemailMoves,
  callback: callbackMoves,
  subflow: subflowMoves,
  hangup: hangupMoves,
  opaque: opaqueMoves,
} satisfies { readonly [Kind in NodeKind]: (at: At<Kind>) => readonly Move[] };

/** Ways of a branch that lead to the same spot for different states of the world are one way. */
function merged(moves: readonly Move[]): readonly Move[] {
  const ways = new Map<string, Move>();
  for (const move of moves) {
    const { to, when, host, share, status } = move;
    const key = isEnd(to)
      ? `end ${JSON.stringify(to)} ${status ?? ''}`
      : `${to.key} ${status ?? ''} ${host === undefined ? '' : JSON.stringify(host)}`;
    const before = ways.get(key);
    if (before === undefined) ways.set(key, move);
    else if (before.when !== undefined && when !== undefined && share === undefined)
      ways.set(key, { ...before, when: union(before.when, when) });
  }
  return [...ways.values()];
}

/** All ways in which a call can go on from a spot, those of the caller in the order of the script. */
export function movesFrom(routes: Routes, spot: Spot): readonly Move[] {
  const flowNode = routes.flow.graph.node(spot.node);
  const node: ScriptNode = flowNode.node;
  const moves = movesBy[node.kind] as (at: Here) => readonly Move[];
  const all = moves({ routes, spot, flowNode, node });
  return node.kind === 'branch' ? merged(all) : all;
}
