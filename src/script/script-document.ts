import type { Finding } from '../source/finding.ts';
import type { Source } from '../source/source.ts';
import type { Places } from '../source/tree.ts';
import type { Script } from './script.ts';

/** The formats of vendors that a script can be read from. */
export type VendorFormat =
  | 'amazon-connect'
  | 'asterisk'
  | 'freepbx'
  | 'twilio-studio'
  | 'genesys-architect'
  | 'freeswitch'
  | 'voicexml'
  | 'dialogflow-cx'
  | 'webex';
export type ScriptFormat = 'native' | 'typescript' | VendorFormat;

/** A script with the place of everything in it. */
export interface ScriptDocument {
  readonly source: Source;
  readonly format: ScriptFormat;
  readonly script: Script;
  /** Places of script paths (`['nodes', 'main', 'options', 0]`), in the file the script came from. */
  readonly places: Places;
}

/** What reading a menu file gave. Without a script the findings say why there is none. */
export interface ScriptReading {
  readonly document: ScriptDocument | undefined;
  readonly findings: readonly Finding[];
}
