import { defaultCallerTimeModel } from '../advice/caller-time-model.ts';

/** What hearing and using a menu takes, in seconds. */
export interface DesignModel {
  /** What every menu says before its options: nothing, as these menus begin with their first option. */
  readonly header: number;
  /** To decide and press. */
  readonly press: number;
  /** Silence before a menu speaks. */
  readonly entry: number;
  /** Silence behind each option of menus that have more than `optionsWithoutPause`. */
  readonly pause: number;
  readonly optionsWithoutPause: number;
  /** How long every option takes to say that the table doesn't tell; nothing: what its text takes. */
  readonly labelSeconds: number | undefined;
}

/** The figures used where the user gives none: those of the caller-time model. */
export const defaultDesignModel: DesignModel = {
  header: 0,
  press: defaultCallerTimeModel.press,
  entry: defaultCallerTimeModel.entry,
  pause: defaultCallerTimeModel.pause,
  optionsWithoutPause: defaultCallerTimeModel.optionsWithoutPause,
  labelSeconds: undefined,
};

/** A reason that must be offered in the first menu, perhaps on a key of its own. */
export interface ReasonPin {
  readonly reason: string;
  /** 1 to 9. */
  readonly key: number | undefined;
}

/** What a menu may be, and for whom. */
export interface DesignOptions {
  readonly model?: Partial<DesignModel> | undefined;
  /** Options of a menu at most, beside the key for a person: 1 to 9; 9 if nothing is said. */
  readonly width?: number | undefined;
  /** Menus on the way to a reason at most; as many as pay off if nothing is said. */
  readonly depth?: number | undefined;
  readonly pins?: readonly ReasonPin[] | undefined;
  /**
   * Which reasons may share a menu behind the first. `any`: all. A list: those of one group of the
   * table, and of groups that are listed together. If nothing is said: those of one group, where the
   * table tells groups.
   */
  readonly groups?: 'any' | readonly (readonly string[])[] | undefined;
  /** Offer the reasons in the order of the table: in every menu, and from one menu to the next. */
  readonly keepOrder?: boolean | undefined;
  /** Offer only the most wanted reasons that together make this share of the calls, from 0 to 1. */
  readonly share?: number | undefined;
  /** What the menu calls itself: it is said first. */
  readonly title?: string | undefined;
  /** For more reasons than can be weighed exactly: another seed searches otherwise. */
  readonly seed?: number | undefined;
}
