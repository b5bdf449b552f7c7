import type { Rule } from '../rule.ts';
import { agentKey } from './agent-key.ts';
import { ambiguousKey } from './ambiguous-key.ts';
import { announcementInterval } from './announcement-interval.ts';
import { attributeNeverSet } from './attribute-never-set.ts';
import { bargeInOff } from './barge-in-off.ts';
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
import { fillerPhrase } from './filler-phrase.ts';
import { firstKeyWait } from './first-key-wait.ts';
import { hoursWithoutClosed } from './hours-without-closed.ts';
import { interDigitWait } from './inter-digit-wait.ts';
import { keyBeforeAction } from './key-before-action.ts';
import { keyChangesMeaning } from './key-changes-meaning.ts';
import { keyNotHandled } from './key-not-handled.ts';
import { keyNotOffered } from './key-not-offered.ts';
import { keyOrder } from './key-order.ts';
import { longGreeting } from './long-greeting.ts';
import { longOptionTexts } from './long-option-texts.ts';
import { menuDepth } from './menu-depth.ts';
import { menuDuration } from './menu-duration.ts';
import { menuWidth } from './menu-width.ts';
import { menuWidthNoBargeIn } from './menu-width-no-barge-in.ts';
import { missingTarget } from './missing-target.ts';
import { needlessNesting } from './needless-nesting.ts';
import { noHumanPath } from './no-human-path.ts';
import { noInputUnhandled } from './no-input-unhandled.ts';
import { noMatchUnhandled } from './no-match-unhandled.ts';
import { noWayOutOfQueue } from './no-way-out-of-queue.ts';
import { opaqueNode } from './opaque-node.ts';
import { optionWithoutText } from './option-without-text.ts';
import { otherOptionChain } from './other-option-chain.ts';
import { overflowUnhandled } from './overflow-unhandled.ts';
import { repeatMissing } from './repeat-missing.ts';
import { retryCount } from './retry-count.ts';
import { retryEndsInHangup } from './retry-ends-in-hangup.ts';
import { retryLeadsToLargerMenu } from './retry-leads-to-larger-menu.ts';
import { shareSum } from './share-sum.ts';
import { silentHangup } from './silent-hangup.ts';
import { similarOptionTexts } from './similar-option-texts.ts';
import { singleOptionMenu } from './single-option-menu.ts';
import { strayBlanks } from './stray-blanks.ts';
import { subflowRecursion } from './subflow-recursion.ts';
import { timeToAgent } from './time-to-agent.ts';
import { timeToFirstChoice } from './time-to-first-choice.ts';
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
  bargeInOff,
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
  fillerPhrase,
  firstKeyWait,
  hoursWithoutClosed,
  interDigitWait,
  keyBeforeAction,
  keyChangesMeaning,
  keyNotHandled,
  keyNotOffered,
  keyOrder,
  longGreeting,
  longOptionTexts,
  menuDepth,
  menuDuration,
  menuWidth,
  menuWidthNoBargeIn,
  missingTarget,
  needlessNesting,
  noHumanPath,
  noInputUnhandled,
  noMatchUnhandled,
  noWayOutOfQueue,
  opaqueNode,
  optionWithoutText,
  otherOptionChain,
  overflowUnhandled,
  repeatMissing,
  retryCount,
  retryEndsInHangup,
  retryLeadsToLargerMenu,
  shareSum,
  silentHangup,
  similarOptionTexts,
  singleOptionMenu,
  strayBlanks,
  subflowRecursion,
  timeToAgent,
  timeToFirstChoice,
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
