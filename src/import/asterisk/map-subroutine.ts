import { nameFrom } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import type { ConfText } from '../../source/conf-file.ts';
import { marksOf } from '../draft.ts';
import { extensionEnd, type Block } from './block.ts';
import { branchOn } from './branch-block.ts';
import { partOf } from './conf-part.ts';
import { emptyEnvironment } from './environment.ts';
import { questionOf } from './question.ts';
import { readCondition } from './read-condition.ts';
import { openSigns, splitArguments } from './split-arguments.ts';
import { passOn, type StepCall } from './step-call.ts';

/** A subroutine and its arguments: `[[context,]extension,]priority(arguments)`. */
function subroutineOf(target: ConfText): {
  readonly at: ConfText;
  readonly given: readonly ConfText[];
} {
  const open = target.text.search(/\([^)]*/);
  const close = target.text.lastIndexOf(')');
  // Brackets of a variable belong to the target.
  const isCall =
    open > 0 && target.text[open - 1] !== '}' && !target.text.slice(0, open).endsWith('{');
  const opens = isCall ? openSigns(target.text, '(') : [];
  const [from] = opens;
  if (from === undefined || close <= from) return { at: target, given: [] };
  return {
    at: partOf(target, 0, from),
    given: splitArguments(partOf(target, from + 1, close), ','),
  };
}

function subflow(call: StepCall, name: string | undefined, at: ConfText): Block {
  const node: NodeOfKind<'subflow'> = {
    kind: 'subflow',
    title: name ?? at.text,
    script: name ?? { unknown: at.text },
    to: call.next ?? extensionEnd,
  };
  call.note(
    `The subroutine "${at.text}" can't be followed; what callers hear there is unknown.`,
    at,
  );
  return {
    kind: 'nodes',
    node,
    marks: marksOf([[['script'], at]]),
    // A subroutine may change any variable.
    environment: emptyEnvironment,
  };
}

function gosub(call: StepCall, target: ConfText): Block {
  const { at, given } = subroutineOf(target);
  const way = call.enter({ kind: 'gosub', target: at }, given);
  if (way !== 'unknown') return { ...passOn(call, way), toAt: at };
  return subflow(
    call,
    at.text.includes('$') ? undefined : nameFrom(at.text.replace(/,s,1$/, ''), 'subroutine'),
    at,
  );
}

/** `Gosub([[context,]extension,]priority[(arguments)])`: followed with its arguments where it can be. */
export const mapGosub = (call: StepCall): Block => gosub(call, call.whole);

/** `GosubIf(condition?yes[(arguments)][:no[(arguments)]])`. */
export function mapGosubIf(call: StepCall): Block {
  const { condition, yes, no } = questionOf(call.whole);
  const read = readCondition(condition.text, call.lookUp);
  const way = (at: ConfText | undefined, branch: 1 | 2) => ({
    way: at === undefined ? call.next : call.inline('Gosub', at, branch),
    at,
  });
  return branchOn(call, { condition: read, at: condition }, way(yes, 1), way(no, 2));
}

/** `Macro(name[,arguments])`: the context `macro-name`. */
export function mapMacro(call: StepCall): Block {
  const [name, ...given] = call.given;
  const macro = call.text(0);
  if (name === undefined) return passOn(call);
  const way = macro === undefined ? 'unknown' : call.enter({ kind: 'macro', name: macro }, given);
  if (way !== 'unknown') return { ...passOn(call, way), toAt: name };
  return subflow(call, macro === undefined ? undefined : nameFrom(`macro ${macro}`, 'macro'), name);
}

/** `Return`, `MacroExit`: back behind the call of the subroutine; outside of one, the call ends. */
export const mapReturn = (call: StepCall): Block => passOn(call, call.back);
