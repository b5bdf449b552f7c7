import { contactFlowImporter } from './amazon-connect/recognise.ts';
import { asteriskImporter } from './asterisk/recognise.ts';
import { dialogflowImporter } from './dialogflow-cx/recognise.ts';
import { freepbxImporter } from './freepbx/recognise.ts';
import { freeswitchImporter } from './freeswitch/recognise.ts';
import { architectImporter } from './genesys-architect/recognise.ts';
import { voicexmlImporter } from './voicexml/recognise.ts';
import type { Importer, TextReading, TreeReading, XmlImporter } from './importer.ts';
import { studioFlowImporter } from './twilio-studio/recognise.ts';
import { webexImporter } from './webex/recognise.ts';

/** Formats in JSON or YAML, in the order in which they are tried. */
export const treeImporters: readonly Importer<TreeReading>[] = [
  contactFlowImporter,
  studioFlowImporter,
  dialogflowImporter,
  webexImporter,
];

/** Formats with a syntax of their own; tried first, since some of them pass for broken YAML. */
export const textImporters: readonly Importer<TextReading>[] = [
  asteriskImporter,
  freepbxImporter,
  architectImporter,
];

/** Formats in XML, in the order in which they are tried. */
export const xmlImporters: readonly XmlImporter[] = [freeswitchImporter, voicexmlImporter];

/** What can be imported, for messages. */
export const importedTitles: readonly string[] = [
  ...treeImporters,
  ...textImporters,
  ...xmlImporters,
].map(({ title }) => title);
