export { applyBaseline, type BaselineResult } from './files/apply-baseline.ts';
export { loadConfig, type LoadedConfig } from './files/load-config.ts';
export { fixFiles, type FixedFile, type FixRun } from './files/fix-files.ts';
export { lintFiles, lintLoaded, type LintedFiles } from './files/lint-files.ts';
export { checkLogFolder, findLogFor } from './files/find-log-for.ts';
export { loadImport, type LoadedImport } from './files/load-import.ts';
export { loadIntoTable, type LoadedLog } from './files/load-into-table.ts';
export { loadLog, type LoadLogOptions } from './files/load-log.ts';
export {
  loadMenus,
  type LoadedFiles,
  type LoadedMenu,
  type LoadedScript,
} from './files/load-menus.ts';
export { loadCalibration } from './files/load-calibration.ts';
export { loadReasons, type LoadedReasons } from './files/load-reasons.ts';
export { loadReport } from './files/load-report.ts';
export { loadNames } from './files/load-names.ts';
export { loadOneScript } from './files/load-one-script.ts';
export { noMenusIn } from './files/no-menus-in.ts';
export { loadTableLog, type TableLogNames } from './files/load-table-log.ts';
export { selectRules, type RuleSelection } from './files/select-rules.ts';
/** Here too, so that who lints files loads no reader of other things. */
export { formatLint, type LintFormat, type LintReportOptions } from './report/lint-formats.ts';
export { grouped, plural } from './source/plural.ts';
export { readSource } from './files/read-source.ts';
export { renderPictures, type PictureFormat } from './files/render-pictures.ts';
export { watchFiles, type FileWatch, type WatchOptions } from './files/watch-files.ts';
export { writeFolder } from './files/write-folder.ts';
export { writeRejects, type RejectsFile } from './files/write-rejects.ts';
export { writeWhole } from './files/write-whole.ts';
