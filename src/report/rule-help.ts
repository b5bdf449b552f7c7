import type { RuleInfo } from '../lint/rule-info.ts';

/** A text as a sentence: a capital before, a full stop behind. */
export const sentence = (text: string): string => {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
};

/** What a rule asks for, as a sentence. */
export const ruleSummary = ({ summary }: RuleInfo): string => sentence(summary);

/** A rule in a few lines, for services that show a text beside a finding; plain, or as Markdown. */
export function ruleHelp(info: RuleInfo, style: 'plain' | 'markdown'): string {
  const bold = (text: string) => (style === 'plain' ? text : `**${text}**`);
  const messages = info.messages.map(({ says, help }) => `- ${says} ${help}`);
  const thresholds = info.thresholds.map(
    ({ name, value, unit, source }) => `- ${name}: ${value} ${unit} (${source})`,
  );
  return [
    ruleSummary(info),
    ...(messages.length > 0 ? ['', bold('What it says'), '', ...messages] : []),
    ...(thresholds.length > 0 ? ['', bold('Thresholds'), '', ...thresholds] : []),
    '',
    `${bold('Source:')} ${sentence(info.source)}`,
  ].join('\n');
}
