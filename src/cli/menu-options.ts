import { Option } from 'commander';

/** Which script of a file is meant, and the directory of one that names none. */
export interface MenuFlags {
  readonly directory?: string;
  readonly id?: string;
}

/** `--directory`: a file of queues, calendars and sites, for a menu that names no such file. */
export const directoryOption = (): Option =>
  new Option('--directory <file>', 'the queues, calendars and sites, if the menu names none');

/** `--id`: one script of a file that holds several. */
export const idOption = (): Option =>
  new Option('--id <script>', 'which script to use, if the file holds several');
