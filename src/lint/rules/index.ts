import type { Rule } from '../rule.ts';
import { agentKey } from './agent-key.ts';
import { ambiguousKey } from './ambiguous-key.ts';
import { announcementInterval } from './announcement-interval.ts';
import { attributeNeverSet } from './attribute-never-set.ts';
import { callbackWithoutNotice } from './callback-without-notice.ts';
import { caseWithoutOtherwise } from './case-without-otherwise.ts';
import { closedUnhandled } from './closed-unhandled.ts';
import { collectDigits } from './collect-digits.ts';
import { deadEnd } from './dead-end.ts';
import { duplicateCase } from './duplicate-case.ts';
import { duplicateKey } from './duplicate-key.ts';
import { duplicateNumber } from './duplicate-number.ts';
import { duplicateTitle } from './duplicate-title.ts';
import { emptyMenu } from './empty-menu.ts';
import { endlessLoop } from './endless-loop.ts';
import { failureUnhandled } from './failure-unhandled.ts';
import { fieldOrder } from './field-order.ts';
import { firstKeyWait } from './first-key-wait.ts';
import { hoursWithoutClosed } from './hours-without-closed.ts';
import { interDigitWait } from './inter-digit-wait.ts';
import { keyChangesMeaning } from './key-changes-meaning.ts';
import { keyNotHandled } from './key-not-handled.ts';
import { keyNotOffered } from './key-not-offered.ts';
import { keyOrder } from './key-order.ts';
import { missingTarget } from './missing-target.ts';
import { noHumanPath } from './no-human-path.ts';
import { noInputUnhandled } from './no-input-unhandled.ts';
import { noMatchUnhandled } from './no-match-unhandled.ts';
import { noWayOutOfQueue } from './no-way-out-of-queue.ts';
import { opaqueNode } from './opaque-node.ts';
import { overflowUnhandled } from './overflow-unhandled.ts';
import { retryCount } from './retry-count.ts';
import { retryEndsInHangup } from './retry-ends-in-hangup.ts';
import { retryLeadsToLargerMenu } from './retry-leads-to-larger-menu.ts';
import { shareSum } from './share-sum.ts';
import { silentHangup } from './silent-hangup.ts';
import { strayBlanks } from './stray-blanks.ts';
import { subflowRecursion } from './subflow-recursion.ts';
import { transferNumber } from './transfer-number.ts';
import { transferToOwnNumber } from './transfer-to-own-number.ts';
import { unknownCalendar } from './unknown-calendar.ts';
import { unknownCase } from './unknown-case.ts';
import { unknownQueue } from './unknown-queue.ts';
import { unreachableNode } from './unreachable-node.ts';
import { unusedCalendar } from './unused-calendar.ts';
import { unusedQueue } from './unused-queue.ts';
import { voicemailWithoutPrompt } from './voicemail-without-prompt.ts';
import { waitWithoutAnnouncement } from './wait-without-announcement.ts';
import { yesNoKeys } from './yes-no-keys.ts';

/** All rules, by id. */
export const rules: readonly Rule[] = [
  agentKey,
  ambiguousKey,
  announcementInterval,
  attributeNeverSet,
  callbackWithoutNotice,
  caseWithoutOtherwise,
  closedUnhandled,
  collectDigits,
  deadEnd,
  duplicateCase,
  duplicateKey,
  duplicateNumber,
  duplicateTitle,
  emptyMenu,
  endlessLoop,
  failureUnhandled,
  fieldOrder,
  firstKeyWait,
  hoursWithoutClosed,
  interDigitWait,
  keyChangesMeaning,
  keyNotHandled,
  keyNotOffered,
  keyOrder,
  missingTarget,
  noHumanPath,
  noInputUnhandled,
  noMatchUnhandled,
  noWayOutOfQueue,
  opaqueNode,
  overflowUnhandled,
  retryCount,
  retryEndsInHangup,
  retryLeadsToLargerMenu,
  shareSum,
  silentHangup,
  strayBlanks,
  subflowRecursion,
  transferNumber,
  transferToOwnNumber,
  unknownCalendar,
  unknownCase,
  unknownQueue,
  unreachableNode,
  unusedCalendar,
  unusedQueue,
  voicemailWithoutPrompt,
  waitWithoutAnnouncement,
  yesNoKeys,
];
