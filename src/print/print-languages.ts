import { saidPrompts } from '../flow/said-prompts.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import type { Language } from '../script/values.ts';

/** All languages that a menu is heard in: its own first, then those of entries, options and prompts. */
export function printLanguages(flow: CallFlow): readonly Language[] {
  const { script } = flow;
  const entries = script.entries.flatMap(({ language }) => language ?? []);
  const options = flow.nodes.flatMap(({ node }) =>
    node.kind === 'menu' ? node.options.flatMap(({ language }) => language ?? []) : [],
  );
  const prompts = saidPrompts(flow).flatMap(({ texts }) =>
    texts.flatMap(({ language }) => language ?? []),
  );
  const seen = new Map<string, Language>();
  for (const language of [script.language, ...entries, ...options, ...prompts]) {
    const tag = language.toLowerCase();
    if (!seen.has(tag)) seen.set(tag, language);
  }
  return [...seen.values()];
}
