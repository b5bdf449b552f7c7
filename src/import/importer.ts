import type { ScriptDocument, VendorFormat } from '../script/script-document.ts';
import type { Finding } from '../source/finding.ts';
import type { Source } from '../source/source.ts';
import type { Tree } from '../source/tree.ts';
import type { XmlElement } from '../source/xml-tree.ts';
import type { ImportReport } from './import-report.ts';

/** The files around the one that is read: what it includes, refers to, or was exported with. */
export interface Neighbours {
  /** The paths that `read` takes, from the folder of the file that is read, in order. */
  readonly paths: readonly string[];
  /**
   * A file by its path from the folder of the one that is read. Nothing where there is none, where it
   * is no text, or where it lies outside the folder that the user gave.
   */
  readonly read: (path: string) => Source | undefined;
}

/** A file that stands alone, as standard input does. */
export const noNeighbours: Neighbours = { paths: [], read: () => undefined };

/** A file as text, for formats that are neither JSON nor YAML. */
export interface TextReading {
  readonly source: Source;
  readonly neighbours: Neighbours;
}

/** A file as the values that were read from JSON or YAML; JSON files may hold several. */
export interface TreeReading extends TextReading {
  readonly trees: readonly Tree[];
}

/** A file as the XML that it holds. */
export interface XmlReading extends TextReading {
  readonly root: XmlElement;
}

/** What a vendor's file became. */
export interface Imported {
  /** One script for every flow, each with its places in the vendor's file. */
  readonly documents: readonly ScriptDocument[];
  /** What can't be read. What can be read and not be said is in the report. */
  readonly findings: readonly Finding[];
  readonly report: ImportReport;
}

/** One vendor's format: how it is recognised, and what reads it. */
export interface Importer<Reading extends TextReading> {
  readonly format: VendorFormat;
  /** What its owners call it. */
  readonly title: string;
  /**
   * Decides by content alone, at little cost, since it is asked of every file: nothing where the file
   * is of another kind, else what imports it. The import itself is loaded only then.
   */
  readonly recognise: (reading: Reading) => (() => Promise<Imported>) | undefined;
}

/** A format in XML: only files that begin with one of these elements are read for it. */
export interface XmlImporter extends Importer<XmlReading> {
  readonly roots: readonly string[];
  /** True for a text that is meant to be of this format even where it can't be read. */
  readonly isMeant: (text: string) => boolean;
}
