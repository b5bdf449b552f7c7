import { writeSuggested } from '../advice/write-suggested.ts';
import type { Analysis } from '../analyze.ts';
import { replayToJson } from './replay-json.ts';
import { suggestToJson } from './suggest-json.ts';

/** The documents on one script that programs and designers go on with, by the ending of their name. */
export async function analysisFiles({
  document,
  calls,
}: Analysis): Promise<Readonly<Record<string, string>>> {
  if (calls === undefined) return {};
  const { script } = document;
  const { advice, log, replay } = calls;
  const shorter =
    advice.suggestions.length === 0
      ? {}
      : { 'shorter.ivr.yaml': await writeSuggested(document, advice) };
  return {
    'replay.json': replayToJson({ script, log, replay }),
    'suggest.json': suggestToJson({ script, advice }),
    ...shorter,
  };
}
