import { calendarId, type CalendarId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import { isUnknown } from '../../script/values.ts';
import { safeFile, safeValue, variableName, isSafeValue, oneLine } from './safe-text.ts';
import { timeConditions } from './time-conditions.ts';
import { languageFolder } from './write-question.ts';
import { named, wayTo, contextOf, type Here } from './writing.ts';

type Branch = Here<NodeOfKind<'branch'>>;

/** The part of a GotoIf behind the question mark; a way that leads nowhere hangs up. */
function target(here: Branch, index: number): string {
  const to = here.node.cases[index]?.to;
  return to !== undefined && Object.hasOwn(here.script.nodes, to)
    ? `${contextOf(to)},s,1`
    : 'cut-off,1';
}

function finish(here: Branch): void {
  const { text, node, script } = here;
  text.step(wayTo(here, node.otherwise));
  const isOpen = node.cases.some(({ to }) => to === undefined || !Object.hasOwn(script.nodes, to));
  if (!isOpen) return;
  text.extension('cut-off');
  text.step('Hangup()');
}

/** The case for a word, where there is one. */
const caseOf = ({ node }: Branch, word: string): number | undefined => {
  const index = node.cases.findIndex(({ when }) => when === word);
  return index < 0 ? undefined : index;
};

function writeCalendar(here: Branch, calendar: CalendarId): void {
  const { text, tell, path, node, options } = here;
  const given = named(here, 'calendars', calendar);
  const conditions =
    given === undefined ? timeConditions(options.directory, calendar) : given.split(/\s*\|\s*/);
  const open = caseOf(here, 'open');
  const closed = caseOf(here, 'closed');
  node.cases.forEach(({ when }, index) => {
    if (when === 'open' || when === 'closed') return;
    tell.leftOut(
      [...path, 'cases', index],
      `GotoIfTime knows only open and closed, not "${when}".`,
      'Set up holidays and emergencies in Asterisk itself.',
    );
  });
  const variable = variableName(`CALENDAR_${calendar}`);
  const isOpen = (where: string) => {
    if (conditions === undefined) {
      text.step(`GotoIf($["\${${variable}}" = "open"]?${where})`);
      return;
    }
    for (const condition of conditions) text.step(`GotoIfTime(${condition}?${where})`);
  };
  if (conditions === undefined) {
    tell.otherwise(
      [...path, 'on'],
      `The hours of "${calendar}" can't be written as GotoIfTime: the variable ${variable} must say "open" or "closed".`,
      'Give the conditions under calendars in the table of names, as 09:00-16:59,mon-fri,*,* divided by |.',
    );
  }
  if (open !== undefined) isOpen(target(here, open));
  if (closed !== undefined) {
    if (open === undefined) isOpen('open');
    text.step(`Goto(${target(here, closed)})`);
    if (open === undefined) text.step(wayTo(here, node.otherwise), 'open');
  }
}

/** `> 5`, `<= 5` as Asterisk compares; nothing for anything else. */
const comparison = (when: string): readonly [sign: string, limit: string] | undefined => {
  const [, sign, limit] = /^(>=|<=|>|<|=) (-?\d{1,15})$/.exec(when) ?? [];
  return sign === undefined || limit === undefined ? undefined : [sign, limit];
};

function writeWords(here: Branch, variable: string): void {
  const { text, tell, path, node } = here;
  node.cases.forEach(({ when }, index) => {
    const compared = comparison(when);
    if (compared !== undefined) {
      const [sign, limit] = compared;
      text.step(`GotoIf($[0\${${variable}} ${sign} ${limit}]?${target(here, index)})`);
      return;
    }
    if (when === 'exists') {
      text.step(`GotoIf($["\${${variable}}" != ""]?${target(here, index)})`);
      return;
    }
    const word = when === '(empty)' ? '' : safeValue(when);
    if (when !== '(empty)' && !isSafeValue(when)) {
      tell.otherwise(
        [...path, 'cases', index, 'when'],
        `"${oneLine(when)}" is compared as "${word}": some signs have a special meaning in Asterisk.`,
        'Use letters and digits.',
      );
    }
    if (/^(?:starts with|ends with|contains) /.test(when)) {
      tell.leftOut(
        [...path, 'cases', index],
        `No call takes "${oneLine(when)}": only whole words and numbers are compared.`,
        'Compare the whole word.',
      );
    }
    text.step(`GotoIf($["\${${variable}}" = "${word}"]?${target(here, index)})`);
  });
}

function writeShares(here: Branch): void {
  const { text, node } = here;
  const shares = node.cases.map(({ when }) =>
    Number(/^(\d{1,3}(?:\.\d+)?)%$/.exec(when)?.[1] ?? NaN),
  );
  const known = shares
    .filter((share) => !Number.isNaN(share))
    .reduce((sum, share) => sum + share, 0);
  const open = shares.filter(Number.isNaN).length + (node.otherwise === undefined ? 0 : 1);
  const rest = open === 0 ? 0 : Math.max(0, 100 - known) / open;
  const draw = variableName(`DRAW_${here.id}`);
  text.step(`Set(${draw}=\${RAND(1,1000)})`);
  let reached = 0;
  shares.forEach((share, index) => {
    reached += Number.isNaN(share) ? rest : share;
    text.step(`GotoIf($[\${${draw}} <= ${Math.round(reached * 10)}]?${target(here, index)})`);
  });
}

function writeLoop(here: Branch, times: number): void {
  const { text, node } = here;
  const counter = variableName(`LOOP_${here.id}`);
  const [again, done] = ['again', 'done'].map((word) => caseOf(here, word));
  text.step(`Set(${counter}=$[0\${${counter}} + 1])`);
  text.step(
    `GotoIf($[\${${counter}} <= ${times}]?${again === undefined ? 'other' : target(here, again)})`,
  );
  text.step(`Set(${counter}=0)`);
  if (done !== undefined) text.step(`Goto(${target(here, done)})`);
  text.step(wayTo(here, node.otherwise), 'other');
}

/** A branch: GotoIfTime for hours, GotoIf for everything that a variable can hold. */
export function writeBranch(here: Branch): void {
  const { node, text, tell, path } = here;
  const { on } = node;
  text.extension('s');
  if (on === 'language') {
    node.cases.forEach(({ when }, index) => {
      const word = safeValue(languageFolder(when));
      text.step(`GotoIf($["\${CHANNEL(language)}" = "${word}"]?${target(here, index)})`);
    });
  } else if (on === 'share') writeShares(here);
  else if ('calendar' in on) {
    writeCalendar(here, isUnknown(on.calendar) ? calendarId('unknown') : on.calendar);
  } else if ('attribute' in on) writeWords(here, variableName(on.attribute));
  else if ('result' in on) writeWords(here, variableName(on.result));
  else if ('loop' in on) writeLoop(here, isUnknown(on.loop) ? 1 : on.loop);
  else if ('emergency' in on) {
    const variable = variableName(`EMERGENCY_${on.emergency}`);
    tell.otherwise(
      [...path, 'on'],
      `Asterisk has no switch for emergencies: the variable ${variable} must say "on" or "off".`,
      'Set it from the database of Asterisk, or by a feature code.',
    );
    writeWords(here, variable);
  } else {
    const queue = isUnknown(on['queue-status']) ? 'unknown' : on['queue-status'];
    const name = safeFile(named(here, 'queues', queue) ?? queue);
    const open = caseOf(here, 'open');
    tell.otherwise(
      [...path, 'on'],
      'The queue counts as open while somebody is logged in to it.',
      'Check that this is what you want.',
    );
    if (open !== undefined)
      text.step(`GotoIf($[\${QUEUE_MEMBER(${name},logged)} > 0]?${target(here, open)})`);
    const closed = caseOf(here, 'closed');
    if (closed !== undefined) {
      text.step(`GotoIf($[\${QUEUE_MEMBER(${name},logged)} = 0]?${target(here, closed)})`);
    }
  }
  finish(here);
}
