import type { Rule } from '../rule.ts';
import { agentKey } from './agent-key.ts';
import { ambiguousKey } from './ambiguous-key.ts';
import { announcementInterval } from './announcement-interval.ts';
import { attributeNeverSet } from './attribute-never-set.ts';
import { bargeInOff } from './barge-in-off.ts';
import { brazilComplaintAndCancellation } from './brazil-complaint-and-cancellation.ts';
import { brazilDataBeforePerson } from './brazil-data-before-person.ts';
import { brazilNoAdvertising } from './brazil-no-advertising.ts';
import { callbackWithoutNotice } from './callback-without-notice.ts';
import { cardDataRecorded } from './card-data-recorded.ts';
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
import { italyWaitLimit } from './italy-wait-limit.ts';
import { keyBeforeAction } from './key-before-action.ts';
import { keyChangesMeaning } from './key-changes-meaning.ts';
import { keyNotHandled } from './key-not-handled.ts';
import { keyNotOffered } from './key-not-offered.ts';
import { keyOrder } from './key-order.ts';
import { languageKeysDiffer } from './language-keys-differ.ts';
import { languageMenusDiffer } from './language-menus-differ.ts';
import { languageMissing } from './language-missing.ts';
import { languageOfferedInForeignTongue } from './language-offered-in-foreign-tongue.ts';
import { languageUnstaffed } from './language-unstaffed.ts';
import { longGreeting } from './long-greeting.ts';
import { longOptionTexts } from './long-option-texts.ts';
import { marketingBeforeMenu } from './marketing-before-menu.ts';
import { marketingWhileWaiting } from './marketing-while-waiting.ts';
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
import { personalDataInPrompt } from './personal-data-in-prompt.ts';
import { portugalCancellation } from './portugal-cancellation.ts';
import { portugalFirstMenu } from './portugal-first-menu.ts';
import { portugalLeaveContact } from './portugal-leave-contact.ts';
import { portugalNoAdvertising } from './portugal-no-advertising.ts';
import { recordingWithoutNotice } from './recording-without-notice.ts';
import { repeatMissing } from './repeat-missing.ts';
import { retryCount } from './retry-count.ts';
import { retryEndsInHangup } from './retry-ends-in-hangup.ts';
import { retryLeadsToLargerMenu } from './retry-leads-to-larger-menu.ts';
import { secretInScript } from './secret-in-script.ts';
import { sensitiveDigitsUnmasked } from './sensitive-digits-unmasked.ts';
import { shareSum } from './share-sum.ts';
import { silentHangup } from './silent-hangup.ts';
import { similarOptionTexts } from './similar-option-texts.ts';
import { singleOptionMenu } from './single-option-menu.ts';
import { spainPersonInMainMenu } from './spain-person-in-main-menu.ts';
import { spainQueueCut } from './spain-queue-cut.ts';
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
import { usRelayRepeat } from './us-relay-repeat.ts';
import { usTimedResponse } from './us-timed-response.ts';
import { voicemailWithoutPrompt } from './voicemail-without-prompt.ts';
import { waitWithoutAnnouncement } from './wait-without-announcement.ts';
import { wrongWriting } from './wrong-writing.ts';
import { yesNoKeys } from './yes-no-keys.ts';

/** All rules, by id. */
export const rules: readonly Rule[] = [
  agentKey,
  ambiguousKey,
  announcementInterval,
  attributeNeverSet,
  bargeInOff,
  brazilComplaintAndCancellation,
  brazilDataBeforePerson,
  brazilNoAdvertising,
  callbackWithoutNotice,
  cardDataRecorded,
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
  italyWaitLimit,
  keyBeforeAction,
  keyChangesMeaning,
  keyNotHandled,
  keyNotOffered,
  keyOrder,
  languageKeysDiffer,
  languageMenusDiffer,
  languageMissing,
  languageOfferedInForeignTongue,
  languageUnstaffed,
  longGreeting,
  longOptionTexts,
  marketingBeforeMenu,
  marketingWhileWaiting,
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
  personalDataInPrompt,
  portugalCancellation,
  portugalFirstMenu,
  portugalLeaveContact,
  portugalNoAdvertising,
  recordingWithoutNotice,
  repeatMissing,
  retryCount,
  retryEndsInHangup,
  retryLeadsToLargerMenu,
  secretInScript,
  sensitiveDigitsUnmasked,
  shareSum,
  silentHangup,
  similarOptionTexts,
  singleOptionMenu,
  spainPersonInMainMenu,
  spainQueueCut,
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
  usRelayRepeat,
  usTimedResponse,
  voicemailWithoutPrompt,
  waitWithoutAnnouncement,
  wrongWriting,
  yesNoKeys,
];
