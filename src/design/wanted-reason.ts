import type { Language } from '../script/values.ts';
import type { Place, Source } from '../source/source.ts';

/** What a contact reason is called in a language, and how many call for it in that language. */
export interface ReasonTexts {
  readonly language: Language;
  /** As in "For …, press 1." */
  readonly label: string;
  readonly group: string | undefined;
  readonly calls: number;
  /** How long its option takes to say, where the table tells. */
  readonly seconds: number | undefined;
}

/** A contact reason that a menu is to offer. */
export interface WantedReason {
  /** As the table has it. */
  readonly reason: string;
  /** Calls for it, in all languages. */
  readonly calls: number;
  /** One for each language of the table, in their order. */
  readonly texts: readonly ReasonTexts[];
  /** The queue that its callers go to; the general one where the table names none. */
  readonly queue: string | undefined;
  /** Reasons of one group belong together: the group of the first language that is told. */
  readonly group: string | undefined;
  readonly at: Place;
}

/** The texts of a reason in a language of its table. */
export const textsIn = (
  { texts }: Pick<WantedReason, 'texts'>,
  language: Language,
): ReasonTexts | undefined => texts.find((one) => one.language === language);

/** A table of contact reasons that can be read, and has calls. */
export interface ReasonTable {
  readonly source: Source;
  /** In the order of the table. */
  readonly reasons: readonly WantedReason[];
  /** Most calls first. */
  readonly languages: readonly Language[];
  readonly calls: number;
}
