import type { Advice } from '../advice/suggestion.ts';

/** What the reports on suggestions are made from. */
export interface SuggestReport {
  readonly script: { readonly id: string; readonly title?: string | undefined };
  readonly advice: Advice;
}
