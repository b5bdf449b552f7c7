import type { BranchOn, NodeOfKind } from '../../script/script.ts';
import type { ConfText } from '../../source/conf-file.ts';
import { marksOf } from '../draft.ts';
import type { Block, Way } from './block.ts';
import { branchOn, branchOnTime } from './branch-block.ts';
import { partOf } from './conf-part.ts';
import { questionOf } from './question.ts';
import { readCondition } from './read-condition.ts';
import { passOn, type Jump, type StepCall } from './step-call.ts';

/** A way for a jump: where only the running call knows, a branch or a block that stays as it is. */
function wayOf(call: StepCall, jump: Jump): { readonly way: Way; readonly block?: Block } {
  if (jump.kind === 'known') return { way: jump.way };
  return { way: undefined, block: unknownJump(call, jump) };
}

function unknownJump(call: StepCall, jump: Extract<Jump, { kind: 'unknown' }>): Block {
  const { environment } = call;
  const { among, otherwise, variable, text, at } = jump;
  if (among.length > 0) {
    const on: BranchOn = variable === undefined ? { result: text } : { attribute: variable };
    const node: NodeOfKind<'branch'> = {
      kind: 'branch',
      on,
      cases: among.map(({ name, way }) => ({ when: name, to: way })),
      otherwise,
    };
    return { kind: 'nodes', node, marks: marksOf([[['on'], at]]), environment };
  }
  call.note(`Only the running call knows where "${text}" leads.`, at);
  return {
    kind: 'nodes',
    node: { kind: 'opaque', vendor: 'asterisk', type: call.step.application, raw: text, exits: [] },
    marks: marksOf([[['raw'], at]]),
    environment,
  };
}

/** `Goto([[context,]extension,]priority)`. */
export function mapGoto(call: StepCall): Block {
  const jump = call.jump(call.whole);
  const { way, block } = wayOf(call, jump);
  return block ?? { ...passOn(call, way), toAt: jump.at };
}

/** `GotoIf(condition?[yes][:[no]])`: a target that is left out is the next priority. */
export function mapGotoIf(call: StepCall): Block {
  const { condition, yes, no } = questionOf(call.whole);
  const read = readCondition(condition.text, call.lookUp, call.isFilled);
  const ways = [yes, no].map((target) =>
    target === undefined ? { way: call.next } : wayOf(call, call.jump(target)),
  );
  const [yesWay, noWay] = ways;
  const taken = read.kind === 'known' ? [read.yes ? yesWay : noWay] : ways;
  const unknown = taken.find((way) => way?.block !== undefined)?.block;
  if (unknown !== undefined) {
    if (no !== undefined && returnTarget.test(no.text) && read.kind !== 'known')
      return returnBlock(call, yes, yesWay?.way);
    if (read.kind === 'known') return unknown;
    return keptAsItIs(
      call,
      ways.map((way) => way.way),
    );
  }
  return branchOn(
    call,
    { condition: read, at: condition },
    { way: yesWay?.way, at: yes },
    { way: noWay?.way, at: no },
  );
}

/** The IVR before, as FreePBX writes it into the dialplan for options with "return to IVR". */
const returnTarget = /^\$\{IVR_CONTEXT(?:_\$\{CONTEXT\})?\},return,1$/;

/** The way back to the IVR that the call came from; only where there was none the call goes on as written. */
function returnBlock(call: StepCall, written: ConfText | undefined, first: Way): Block {
  if (written !== undefined)
    call.note(`This leads to "${written.text}" only if no menu came before.`, written);
  const made = keptAsItIs(call, [first]);
  return made.kind === 'nodes' ? { ...made, isReturn: true } : made;
}

/** What can't be told apart keeps its text and the ways that are known. */
function keptAsItIs(call: StepCall, ways: readonly Way[]): Block {
  const exits = ways
    .filter((way) => way !== undefined)
    .map((to) => ({ trigger: 'case' as const, to }));
  return {
    kind: 'nodes',
    node: {
      kind: 'opaque',
      vendor: 'asterisk',
      type: call.step.application,
      raw: call.whole.text,
      exits,
    },
    marks: [],
    environment: call.environment,
  };
}

/** `GotoIfTime(times,weekdays,days,months[,zone]?[yes][:[no]])`. */
export function mapGotoIfTime(call: StepCall): Block {
  const { condition, yes, no } = questionOf(call.whole);
  const ways = [yes, no].map((target) =>
    target === undefined ? { way: call.next } : wayOf(call, call.jump(target)),
  );
  if (ways.some((way) => way.block !== undefined))
    return keptAsItIs(
      call,
      ways.map(({ way }) => way),
    );
  return branchOnTime(
    call,
    condition,
    { way: ways[0]?.way, at: yes },
    { way: ways[1]?.way, at: no },
  );
}

/** An application with its arguments, as ExecIf holds it. */
function inlineOf(call: StepCall, written: ConfText | undefined, branch: 1 | 2): Way {
  if (written === undefined) return call.next;
  const open = written.text.search(/[(,|]/);
  if (open === -1)
    return call.inline(
      written.text,
      partOf(written, written.text.length, written.text.length),
      branch,
    );
  const close = written.text.lastIndexOf(')');
  const end = written.text[open] === '(' && close > open ? close : written.text.length;
  return call.inline(written.text.slice(0, open).trim(), partOf(written, open + 1, end), branch);
}

/** `ExecIf(condition?application(arguments)[:other(arguments)])`. */
export function mapExecIf(call: StepCall): Block {
  const { condition, yes, no } = questionOf(call.whole);
  const read = readCondition(condition.text, call.lookUp, call.isFilled);
  const way = (at: ConfText | undefined, branch: 1 | 2) => ({
    way: inlineOf(call, at, branch),
    at,
  });
  return branchOn(call, { condition: read, at: condition }, way(yes, 1), way(no, 2));
}

/** `ExecIfTime(times,weekdays,days,months?application(arguments))`. */
export function mapExecIfTime(call: StepCall): Block {
  const { condition, yes } = questionOf(call.whole);
  return branchOnTime(
    call,
    condition,
    { way: inlineOf(call, yes, 1), at: yes },
    { way: call.next },
  );
}

/** `Exec`, `TryExec`: another application, named in the arguments. */
export function mapExec(call: StepCall): Block {
  return passOn(call, inlineOf(call, call.whole, 1));
}

/** `While(condition)`: into the loop, or behind its end. */
export function mapWhile(call: StepCall): Block {
  const read = readCondition(call.whole.text, call.lookUp);
  return branchOn(
    call,
    { condition: read, at: call.whole },
    { way: call.next },
    { way: call.loop('behind') },
  );
}

/** `EndWhile`, `ContinueWhile`: back to the condition. */
export const mapEndWhile = (call: StepCall): Block => passOn(call, call.loop('begin'));
/** `ExitWhile`: behind the end of the loop. */
export const mapExitWhile = (call: StepCall): Block => passOn(call, call.loop('behind'));
