import type { Rule } from '../rule.ts';
import { announcementInterval } from './announcement-interval.ts';
import { callbackWithoutNotice } from './callback-without-notice.ts';
import { closedUnhandled } from './closed-unhandled.ts';
import { deadEnd } from './dead-end.ts';
import { duplicateKey } from './duplicate-key.ts';
import { endlessLoop } from './endless-loop.ts';
import { failureUnhandled } from './failure-unhandled.ts';
import { fieldOrder } from './field-order.ts';
import { firstKeyWait } from './first-key-wait.ts';
import { hoursWithoutClosed } from './hours-without-closed.ts';
import { interDigitWait } from './inter-digit-wait.ts';
import { keyNotHandled } from './key-not-handled.ts';
import { keyNotOffered } from './key-not-offered.ts';
import { missingTarget } from './missing-target.ts';
import { noHumanPath } from './no-human-path.ts';
import { noInputUnhandled } from './no-input-unhandled.ts';
import { noMatchUnhandled } from './no-match-unhandled.ts';
import { noWayOutOfQueue } from './no-way-out-of-queue.ts';
import { overflowUnhandled } from './overflow-unhandled.ts';
import { retryCount } from './retry-count.ts';
import { retryEndsInHangup } from './retry-ends-in-hangup.ts';
import { retryLeadsToLargerMenu } from './retry-leads-to-larger-menu.ts';
import { strayBlanks } from './stray-blanks.ts';
import { transferNumber } from './transfer-number.ts';
import { transferToOwnNumber } from './transfer-to-own-number.ts';
import { unknownCalendar } from './unknown-calendar.ts';
import { unknownQueue } from './unknown-queue.ts';
import { unreachableNode } from './unreachable-node.ts';
import { voicemailWithoutPrompt } from './voicemail-without-prompt.ts';
import { waitWithoutAnnouncement } from './wait-without-announcement.ts';

/** All rules, by id. */
export const rules: readonly Rule[] = [
  announcementInterval,
  callbackWithoutNotice,
  closedUnhandled,
  deadEnd,
  duplicateKey,
  endlessLoop,
  failureUnhandled,
  fieldOrder,
  firstKeyWait,
  hoursWithoutClosed,
  interDigitWait,
  keyNotHandled,
  keyNotOffered,
  missingTarget,
  noHumanPath,
  noInputUnhandled,
  noMatchUnhandled,
  noWayOutOfQueue,
  overflowUnhandled,
  retryCount,
  retryEndsInHangup,
  retryLeadsToLargerMenu,
  strayBlanks,
  transferNumber,
  transferToOwnNumber,
  unknownCalendar,
  unknownQueue,
  unreachableNode,
  voicemailWithoutPrompt,
  waitWithoutAnnouncement,
];
