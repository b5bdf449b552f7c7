import { IvrError } from '../source/ivr-error.ts';
import { grouped } from '../source/plural.ts';
import type { DesignModel, DesignOptions } from './design-options.ts';
import type { WantedReason } from './wanted-reason.ts';

/** Keys for all but a person: 1 to 9. */
export const mostKeys = 9;
/** No prompt takes ten minutes, and nobody as long to press. */
const mostSeconds = 600;

/** The work grows with the cube of the reasons: so many take a second or two. */
const mostInOrder = 200;

/** Throws `usage` for options that no menu can have. */
export function checkDesignOptions(
  options: DesignOptions,
  model: DesignModel,
  reasons: readonly WantedReason[],
): void {
  const { width = mostKeys, depth = Infinity, share = 1 } = options;
  const wrong = (message: string, help: string) => new IvrError('usage', message, { help });
  if (!(Number.isInteger(width) && width >= 1 && width <= mostKeys))
    throw wrong(`Menus can't have ${width} options.`, `A phone has the keys 1 to ${mostKeys}.`);
  if (!(depth >= 1 && (Number.isInteger(depth) || depth === Infinity)))
    throw wrong(`Menus can't be ${depth} deep.`, 'Give a whole number of 1 or more.');
  if (!(share > 0 && share <= 1))
    throw wrong('A share of the calls is more than none and at most all.', 'Write it like 80%.');
  if (options.keepOrder === true) {
    const { pins = [], groups } = options;
    if (pins.length > 0 || share < 1)
      throw wrong(
        'The order of the table is not kept where reasons are pinned or left out.',
        'Leave out --pins and --share, or --keep-order.',
      );
    if (groups !== 'any' && reasons.some(({ group }) => group !== undefined))
      throw wrong(
        'The order of the table is kept where all reasons may share menus.',
        'Add --groups any, or leave out --keep-order.',
      );
    if (reasons.length > mostInOrder)
      throw wrong(
        `The table has ${grouped(reasons.length)} reasons, too many to keep their order.`,
        `Up to ${mostInOrder} can be: join some, or leave out --keep-order.`,
      );
  }
  for (const [name, seconds] of Object.entries(model) as [string, number | undefined][]) {
    if (seconds === undefined || (seconds >= 0 && seconds <= mostSeconds)) continue;
    throw wrong(`${seconds} is not a number of seconds for ${name}.`, `Give 0 to ${mostSeconds}.`);
  }
  for (const { reason, key } of options.pins ?? []) {
    if (key === undefined || (Number.isInteger(key) && key >= 1 && key <= mostKeys)) continue;
    throw wrong(`"${reason}" can't have key ${key}.`, `The keys are 1 to ${mostKeys}.`);
  }
}
