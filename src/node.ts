export { lintFiles, lintLoaded } from './files/lint-files.ts';
export { findLogFor } from './files/find-log-for.ts';
export { loadLog } from './files/load-log.ts';
export {
  loadMenus,
  type LoadedFiles,
  type LoadedMenu,
  type LoadedScript,
} from './files/load-menus.ts';
export { loadOneScript } from './files/load-one-script.ts';
export { readSource } from './files/read-source.ts';
export { watchFiles, type FileWatch, type WatchOptions } from './files/watch-files.ts';
export { writeWhole } from './files/write-whole.ts';
