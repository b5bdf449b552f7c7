import type { CallFlow } from '../index.ts';

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** Refuses a language that nothing of a menu is said in: it would be shown in another without a word. */
export async function refuseLanguage(flow: CallFlow, tag: string | undefined): Promise<void> {
  if (tag === undefined) return;
  const { IvrError, printLanguages } = await import('../index.ts');
  const known = printLanguages(flow);
  if (known.some((one) => primary(one) === primary(tag))) return;
  throw new IvrError('usage', `"${tag}" is no language of this menu.`, {
    help: `It has: ${known.join(', ')}.`,
  });
}
