import { asteriskImporter } from './asterisk/recognise.ts';
import { freepbxImporter } from './freepbx/recognise.ts';
import { architectImporter } from './genesys-architect/recognise.ts';
import type { Importer, TextReading } from './importer.ts';

/** Formats with a syntax of their own; tried first, since some of them pass for broken YAML. */
export const textImporters: readonly Importer<TextReading>[] = [
  asteriskImporter,
  freepbxImporter,
  architectImporter,
];
