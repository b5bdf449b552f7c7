import { caseShare } from '../../flow/case-share.ts';
import type { NodeId } from '../../script/names.ts';
import { isUnknown, type Language, type Unknown } from '../../script/values.ts';
import { attributePath } from './attribute-path.ts';
import { type BlockCondition, type BlockKey, equals } from './block.ts';
import { languageAttribute } from './prompts.ts';
import type { Writing } from './writing.ts';
import { type Branch, caseTo, conditionOf, tellCases } from './branch-cases.ts';
import { writeQueueStatus } from './write-queue-status.ts';

/** Hours of operation: open or not. */
function writeHours(w: Writing, id: NodeId, node: Branch, calendar: string | Unknown): void {
  tellCases(
    w,
    id,
    node,
    (when) => when === 'open' || when === 'closed',
    'hours of operation in Amazon Connect are only open or closed',
  );
  const isNamed = !isUnknown(calendar);
  w.add({
    key: id,
    type: 'CheckHoursOfOperation',
    parameters: isNamed
      ? { HoursOfOperationId: w.nameOf('calendars', calendar, id, ['on', 'calendar']) }
      : {},
    ...(isNamed ? { shown: { HoursOfOperationId: calendar } } : {}),
    next: caseTo(w, node, 'open'),
    conditions: [
      equals('True', caseTo(w, node, 'open')),
      equals('False', caseTo(w, node, 'closed')),
    ],
    errors: [['NoMatchingError', w.to(node.error ?? node.otherwise)]],
  });
}

/** A `Compare`, with the cases as conditions in their order. */
function writeCompare(w: Writing, id: NodeId, node: Branch, value: string): void {
  w.add({
    key: id,
    type: 'Compare',
    parameters: { ComparisonValue: value },
    conditions: node.cases.map(({ when, to }) => conditionOf(when, w.to(to))),
    errors: [['NoMatchingCondition', w.to(node.otherwise)]],
  });
}

/** The case for calls in a language, as a call takes it: the tag, then shorter ones. */
function caseFor({ cases }: Branch, language: Language): Branch['cases'][number] | undefined {
  const parts = language.toLowerCase().split('-');
  const tags = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
  return tags
    .map((tag) => cases.find(({ when }) => when.toLowerCase() === tag))
    .find((found) => found !== undefined);
}

/** The attribute is set where calls begin; where all calls are in one language it isn't there at all. */
function writeLanguage(w: Writing, id: NodeId, node: Branch): void {
  const wayOf = (language: Language): BlockKey => {
    const found = caseFor(node, language);
    return w.to(found === undefined ? node.otherwise : found.to);
  };
  w.add({
    key: id,
    type: 'Compare',
    parameters: { ComparisonValue: attributePath(languageAttribute) },
    conditions: w.languages.map((language) => equals(language, wayOf(language))),
    errors: [['NoMatchingCondition', wayOf(w.script.language)]],
  });
}

/** Shares in whole percent; a number from 1 to 100 is compared with rising limits. */
function writeShare(w: Writing, id: NodeId, node: Branch): void {
  const written = node.cases.map(({ when }) => caseShare(when));
  const total = written.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  const open = written.filter((share) => share === undefined).length;
  const others = open + (node.otherwise === undefined ? 0 : 1);
  const rest = others === 0 ? 0 : Math.max(1 - total, 0) / others;
  let sum = 0;
  const limits = written.map(
    (share) => (sum += 100 * (share === undefined ? rest : share / Math.max(total, 1))),
  );
  const conditions = node.cases.map(({ to }, index): BlockCondition => {
    const limit = Math.round(limits[index] ?? 0) + 1;
    return { operator: 'NumberLessThan', operand: String(limit), to: w.to(to) };
  });
  if (limits.some((limit) => Math.abs(limit - Math.round(limit)) > 1e-6)) {
    const message = `Amazon Connect divides calls in whole percent, so the shares of "${id}" are rounded.`;
    w.tell('exported-otherwise', id, ['cases'], message, 'Write shares in whole percent.');
  }
  w.add({
    key: id,
    type: 'DistributeByPercentage',
    parameters: {},
    conditions,
    errors: [['NoMatchingCondition', w.to(node.otherwise)]],
  });
}

function writeLoop(w: Writing, id: NodeId, node: Branch, count: number | Unknown): void {
  const done = caseTo(w, node, 'done');
  w.add({
    key: id,
    type: 'Loop',
    parameters: { LoopCount: isUnknown(count) ? count.unknown : String(Math.min(100, count)) },
    next: done,
    conditions: [equals('ContinueLooping', caseTo(w, node, 'again')), equals('DoneLooping', done)],
    errors: [['NoMatchingError', w.to(node.error ?? node.otherwise)]],
  });
  if (!isUnknown(count) && count > 100) {
    const message = `A loop of Amazon Connect goes round 100 times at most, and "${id}" ${count} times.`;
    w.tell('exported-otherwise', id, ['on', 'loop'], message, 'Write 100 or less.');
  }
}

/** A switch for emergencies is an attribute that somebody must set. */
function writeEmergency(w: Writing, id: NodeId, node: Branch, calendar: string): void {
  const name = `emergency-${calendar}`;
  const message = `Amazon Connect has no switch for emergencies: the flow asks for the attribute "${name}".`;
  const help = 'Let a function set it to "on" or "off" at the start of the flow.';
  w.tell('exported-otherwise', id, ['on', 'emergency'], message, help);
  writeCompare(w, id, node, attributePath(name));
}

/** A branch, by what it is on. */
export function writeBranch(w: Writing, id: NodeId, node: Branch): void {
  const { on } = node;
  if (on === 'language') writeLanguage(w, id, node);
  else if (on === 'share') writeShare(w, id, node);
  else if ('calendar' in on) writeHours(w, id, node, on.calendar);
  else if ('loop' in on) writeLoop(w, id, node, on.loop);
  else if ('queue-status' in on) writeQueueStatus(w, id, node, on['queue-status']);
  else if ('emergency' in on) writeEmergency(w, id, node, on.emergency);
  else if ('attribute' in on) writeCompare(w, id, node, attributePath(on.attribute));
  else writeCompare(w, id, node, attributePath(on.result, 'External'));
}
