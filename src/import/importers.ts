import { contactFlowImporter } from './amazon-connect/recognise.ts';
import type { Importer, TextReading, TreeReading } from './importer.ts';

/** Formats in JSON or YAML, in the order in which they are tried. */
export const treeImporters: readonly Importer<TreeReading>[] = [contactFlowImporter];

/** Formats with a syntax of their own; tried first, since some of them pass for broken YAML. */
export const textImporters: readonly Importer<TextReading>[] = [];

/** What can be imported, for messages. */
export const importedTitles: readonly string[] = [...treeImporters, ...textImporters].map(
  ({ title }) => title,
);
