import { withoutMarkup } from './without-markup.ts';
import { oncePerText } from './once-per-text.ts';

/** What is filled in during the call: `{{name}}`, `${name}`, `$.Attributes.name`. */
const gaps = /\{\{?[^{}]{0,200}\}?\}|\$\{[^{}]{0,200}\}|\$\.[\w.$'[\]]{1,200}/g;

/** The words of a prompt that are known: no speech markup, nothing that is filled in during a call. */
export const spokenWords: (text: string) => string = oncePerText(readWords);

function readWords(text: string): string {
  return withoutMarkup(text).text.replace(gaps, ' ');
}
