import { nameFrom } from '../../script/names.ts';

/** What the script of a flow is called. */
export const scriptIdOf = (title: string): string => nameFrom(title, 'flow');
