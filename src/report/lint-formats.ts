import type { LintResult } from '../lint/lint-result.ts';
import type { Paint } from './paint.ts';

/** The names of the formats that findings are reported in. */
export type LintFormat = 'text' | 'json' | 'sarif' | 'github' | 'gitlab' | 'junit' | 'markdown';

/** What a report needs to know beside the findings. */
export interface LintReportOptions {
  /** The version of ivrkit, for formats that name the tool. */
  readonly version: string;
  /** The folder of the run; absolute paths below it are written from there. */
  readonly root?: string | undefined;
  /** Colours, for formats that have any. */
  readonly paint?: Paint | undefined;
}

type Formatter = (result: LintResult, options: LintReportOptions) => string;

/** Each format is loaded when it is asked for. */
const formatters = {
  text: async () => {
    const { lintToText } = await import('./lint-text.ts');
    return (result, { paint }) => lintToText(result, paint);
  },
  json: async () => (await import('./lint-json.ts')).lintToJson,
  sarif: async () => (await import('./lint-sarif.ts')).lintToSarif,
  github: async () => (await import('./lint-github.ts')).lintToGithub,
  gitlab: async () => (await import('./lint-gitlab.ts')).lintToGitlab,
  junit: async () => (await import('./lint-junit.ts')).lintToJunit,
  markdown: async () => (await import('./lint-markdown.ts')).lintToMarkdown,
} satisfies Record<LintFormat, () => Promise<Formatter>>;

/** The findings in a format. */
export async function formatLint(
  format: LintFormat,
  result: LintResult,
  options: LintReportOptions,
): Promise<string> {
  const formatter: Formatter = await formatters[format]();
  return formatter(result, options);
}
