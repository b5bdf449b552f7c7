import { contactFlowImporter } from './amazon-connect/recognise.ts';
import { dialogflowImporter } from './dialogflow-cx/recognise.ts';
import { freeswitchImporter } from './freeswitch/recognise.ts';
import { voicexmlImporter } from './voicexml/recognise.ts';
import type { ScriptFormat } from '../script/script-document.ts';
import type { Importer, TreeReading, XmlImporter } from './importer.ts';
import { studioFlowImporter } from './twilio-studio/recognise.ts';
import { webexImporter } from './webex/recognise.ts';
import { textImporters } from './text-importers.ts';

/** Formats in JSON or YAML, in the order in which they are tried; loaded only for what isn't ours. */
export const treeImporters: readonly Importer<TreeReading>[] = [
  contactFlowImporter,
  studioFlowImporter,
  dialogflowImporter,
  webexImporter,
];

/** Formats in XML, in the order in which they are tried. */
export const xmlImporters: readonly XmlImporter[] = [freeswitchImporter, voicexmlImporter];

const importers = [...treeImporters, ...textImporters, ...xmlImporters];

/** What can be imported, for messages. */
export const importedTitles: readonly string[] = importers.map(({ title }) => title);

const titles = new Map<ScriptFormat, string>(importers.map(({ format, title }) => [format, title]));

/** What the owners of a vendor's format call it. */
export const titleOfFormat = (format: ScriptFormat): string => titles.get(format) ?? format;
