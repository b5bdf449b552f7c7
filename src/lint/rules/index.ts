import type { Rule } from '../rule.ts';
import { deadEnd } from './dead-end.ts';
import { duplicateKey } from './duplicate-key.ts';
import { endlessLoop } from './endless-loop.ts';
import { fieldOrder } from './field-order.ts';
import { hoursWithoutClosed } from './hours-without-closed.ts';
import { keyNotHandled } from './key-not-handled.ts';
import { keyNotOffered } from './key-not-offered.ts';
import { missingTarget } from './missing-target.ts';
import { noHumanPath } from './no-human-path.ts';
import { noInputUnhandled } from './no-input-unhandled.ts';
import { noMatchUnhandled } from './no-match-unhandled.ts';
import { strayBlanks } from './stray-blanks.ts';
import { unknownCalendar } from './unknown-calendar.ts';
import { unknownQueue } from './unknown-queue.ts';
import { unreachableNode } from './unreachable-node.ts';

/** All rules, by id. */
export const rules: readonly Rule[] = [
  deadEnd,
  duplicateKey,
  endlessLoop,
  fieldOrder,
  hoursWithoutClosed,
  keyNotHandled,
  keyNotOffered,
  missingTarget,
  noHumanPath,
  noInputUnhandled,
  noMatchUnhandled,
  strayBlanks,
  unknownCalendar,
  unknownQueue,
  unreachableNode,
];
