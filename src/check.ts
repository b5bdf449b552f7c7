export { readMenuFile } from './import/read-menu-file.ts';
export { lintResult, type LintResult } from './lint/lint-result.ts';
export { rules } from './lint/rules/index.ts';
export { lintScript } from './lint/run-rules.ts';
export { lintToJson } from './report/lint-json.ts';
export { lintToText } from './report/lint-text.ts';
export { checkDirectory } from './routing/check-directory.ts';
export { parseDirectory } from './routing/parse-directory.ts';
export { IvrError } from './source/ivr-error.ts';
