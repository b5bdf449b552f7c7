import type { ScriptDocument } from '../script/script-document.ts';
import type { Finding } from '../source/finding.ts';
import type { Directory } from '../routing/directory.ts';

/** The formats that a script can be written in. */
export const exportFormats = [
  'native-yaml',
  'native-json',
  'typescript',
  'amazon-connect',
  'twilio-studio',
  'freeswitch',
  'voicexml',
  'mermaid',
  'dot',
  'xstate',
  'asterisk',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

/**
 * What the target calls the things that a script only names: ARNs of queues, prompts and hours,
 * files of recordings. By kind, then by the name in the script.
 */
export interface NameMap {
  readonly queues?: Readonly<Record<string, string>> | undefined;
  readonly calendars?: Readonly<Record<string, string>> | undefined;
  readonly prompts?: Readonly<Record<string, string>> | undefined;
  readonly tasks?: Readonly<Record<string, string>> | undefined;
  readonly scripts?: Readonly<Record<string, string>> | undefined;
  readonly numbers?: Readonly<Record<string, string>> | undefined;
}

export interface ExportOptions {
  readonly names?: NameMap | undefined;
  /** Hours and queues, for targets that write them into the menu. */
  readonly directory?: Directory | undefined;
}

/** A script in another format. */
export interface Exported {
  /** The text of the file; it ends with a line end. */
  readonly text: string;
  /**
   * What the target can't say, at its place in the script: `not-exported` where it is left out,
   * `exported-otherwise` where callers will notice a difference. Never a silent loss.
   */
  readonly findings: readonly Finding[];
}

/** Writes a script in one format. */
export type Exporter = (document: ScriptDocument, options: ExportOptions) => Exported;
