import { leadSeconds } from '../prompt/lead-seconds.ts';
import { leastReadingSeconds, leastSeconds } from '../prompt/least-seconds.ts';
import { spokenKeys } from '../prompt/spoken-keys.ts';
import type { NodeId } from '../script/names.ts';
import type { Language, Prompt } from '../script/values.ts';
import { nodeOfKind, type CallFlow } from './call-flow.ts';
import { canInterrupt } from './can-interrupt.ts';
import { menuPrompt } from './menu-prompt.ts';
import { oncePerMenu } from './once-per-menu.ts';
import { optionTexts } from './option-texts.ts';

/**
 * How long callers of one language listen at a menu, in seconds of fast speech. What isn't known
 * counts nothing, so every number is the least that it can be; pauses between options are left out.
 */
export interface HeardMenu {
  /** Before the first option begins. */
  readonly header: number;
  /** By position: until the option has been said, or everything, where callers can't interrupt. */
  readonly until: readonly number[];
  /** Until all is said, what an announcement before it says of its options included. */
  readonly total: number;
  /** Whether the menu itself says its options: else they are said elsewhere, or nobody knows. */
  readonly saysOptions: boolean;
}

/** The longest of the announcements that lead straight to a menu and say keys: one way has one. */
function saidBefore(flow: CallFlow, menu: NodeId, language: Language): number {
  const seconds = menuPrompt(flow, menu, language)
    .pieces.filter(({ role, leadsHere }) => role === 'before' && leadsHere)
    .filter(({ text }) => text !== undefined && spokenKeys(text, language).keys.length > 0)
    .map(({ prompt }) => leastSeconds(prompt, language, flow.script.language));
  return seconds.reduce((most, one) => Math.max(most, one), 0);
}

/** What callers of a language hear at a menu, in seconds. An id that is no menu is heard in none. */
export const heardMenu = oncePerMenu((flow, id, language): HeardMenu => {
  const menu = nodeOfKind(flow, id, 'menu');
  if (menu === undefined) return { header: 0, until: [], total: 0, saysOptions: false };
  const fallback = flow.script.language;
  const length = (prompt: Prompt | undefined) => leastSeconds(prompt, language, fallback);
  const whole = length(menu.say);
  if (menu.options.some(({ say }) => say !== undefined)) {
    let total = whole;
    const after = menu.options.map(({ say }) => (total += length(say)));
    const until = canInterrupt(flow.script, menu) ? after : after.map(() => total);
    return { header: whole, until, total, saysOptions: true };
  }
  const lead = leadSeconds(menu.say, language, fallback);
  const texts = optionTexts(flow, id, language);
  let heard = lead.seconds;
  const isSplit = texts.some((text) => text?.path[2] === 'say');
  const after = texts.map((text) => {
    if (isSplit && text !== undefined) heard += leastReadingSeconds(text.text, language);
    return Math.min(heard, whole);
  });
  return {
    header: lead.offers === 'no' ? whole : lead.seconds,
    until: canInterrupt(flow.script, menu) ? after : after.map(() => whole),
    total: whole + saidBefore(flow, id, language),
    saysOptions: lead.offers === 'yes',
  };
});
