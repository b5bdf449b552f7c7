import { nameFrom, type CalendarId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import type { ConfText } from '../../source/conf-file.ts';
import { marksOf } from '../draft.ts';
import { extensionEnd, type Block, type CounterTest, type Way } from './block.ts';
import type { Condition } from './read-condition.ts';
import { splitArguments } from './split-arguments.ts';
import { passOn, type StepCall } from './step-call.ts';

/** A way out of a branch, and where it is written. */
export interface BranchWay {
  readonly way: Way;
  readonly at?: ConfText | undefined;
}

const counted = new Set(['<', '>', '<=', '>=', '=', '!=']);

function counterOf(condition: Condition): CounterTest | undefined {
  if (condition.kind !== 'compared' || !counted.has(condition.operator)) return undefined;
  if (!/^-?\d{1,6}$/.test(condition.operand)) return undefined;
  const { variable, operator, operand } = condition;
  return { variable, operator, limit: Number(operand) };
}

/** A condition as far as it is known, and where it is written. */
interface WrittenCondition {
  readonly condition: Condition;
  readonly at: ConfText;
}

/** A branch on a condition that only the running call knows, or straight on where it is known. */
export function branchOn(
  call: StepCall,
  { condition, at }: WrittenCondition,
  yes: BranchWay,
  no: BranchWay,
): Block {
  if (condition.kind === 'known') {
    const taken = condition.yes ? yes : no;
    return { ...passOn(call, taken.way), toAt: taken.at };
  }
  const isCompared = condition.kind === 'compared';
  const isNegated = isCompared && condition.isNegated;
  const [match, rest] = isNegated ? [no, yes] : [yes, no];
  const whens = isCompared ? condition.whens : ['yes'];
  const node: NodeOfKind<'branch'> = {
    kind: 'branch',
    on: isCompared ? condition.on : { result: condition.text },
    cases: whens.map((when) => ({ when, to: match.way })),
    // Where nothing stands behind, the call ends: a way that is open, not one that isn't there.
    otherwise: rest.way ?? extensionEnd,
  };
  return {
    kind: 'nodes',
    node,
    marks: marksOf([
      [['on'], at],
      ...whens.flatMap((_, index) => [
        [['cases', index], at] as const,
        [['cases', index, 'to'], match.at] as const,
      ]),
      [['otherwise'], rest.at],
    ]),
    environment: call.environment,
    counter: counterOf(condition),
  };
}

/** Hours as a title: `09:00-17:00, mon-fri`. */
function hoursTitle(parts: readonly string[]): string {
  const told = parts.filter((part) => part !== '*' && part !== '');
  return told.length === 0 ? 'always' : told.join(', ');
}

/** The name of a calendar that is only known by its hours. */
const calendarNamed = (title: string): CalendarId =>
  nameFrom(`hours ${title.replace(/:/g, '-')}`, 'hours') as CalendarId;

/** A branch on the time: open while the condition holds. */
export function branchOnTime(
  call: StepCall,
  condition: ConfText,
  yes: BranchWay,
  no: BranchWay,
): Block {
  const parts = splitArguments(condition).map(({ text }) => text.trim());
  const title = hoursTitle(parts);
  if (title === 'always') return { ...passOn(call, yes.way), toAt: yes.at };
  const known = parts.every((part) => !part.includes('$'));
  const node: NodeOfKind<'branch'> = {
    kind: 'branch',
    title,
    on: { calendar: known ? calendarNamed(title) : { unknown: condition.text } },
    cases: [{ when: 'open', to: yes.way }],
    otherwise: no.way ?? extensionEnd,
  };
  return {
    kind: 'nodes',
    node,
    marks: marksOf([
      [['on'], condition],
      [['on', 'calendar'], condition],
      [['cases', 0], condition],
      [['cases', 0, 'to'], yes.at],
      [['otherwise'], no.at],
    ]),
    environment: call.environment,
  };
}
