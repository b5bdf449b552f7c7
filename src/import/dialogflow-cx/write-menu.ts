import type { NodeId } from '../../script/names.ts';
import type { MenuOption } from '../../script/script.ts';
import { readAsking, type Lead } from './asking.ts';
import { intentOptions, keyOptions, optionPlaces } from './options.ts';
import type { KeyChoice } from './key-choice.ts';
import { placeBelow, placeOf } from './part.ts';
import { followWay, type GoOn, type Here } from './ways.ts';
import { parameterName } from './write-collect.ts';

/** Options with each key once: the first that has it keeps it. */
function withKeysOnce(options: readonly MenuOption[]): readonly MenuOption[] {
  const taken = new Set<string>();
  return options.map((option) => {
    if (option.key === undefined) return option;
    if (taken.has(option.key)) return { ...option, key: undefined };
    taken.add(option.key);
    return option;
  });
}

/** The node of a page that waits for callers, by the keys of its one parameter or by intents. */
export function writeMenu(
  here: Here,
  self: NodeId,
  lead: Lead | undefined,
  goOn: GoOn,
  choice?: KeyChoice,
): void {
  const { page, reader } = here;
  const { writer, use } = reader;
  const { say, noInput, noMatch, interDigit, placed } = readAsking(
    here,
    self,
    choice?.parameter,
    lead,
  );
  const keys = choice?.keys ?? [];
  const byKey = keyOptions(keys, here, self);
  const byIntent = intentOptions(here, self, goOn);
  let wrong = noMatch;
  if (choice !== undefined)
    use(choice.parameter, `parameter ${parameterName(choice.parameter)}`, self);
  if (choice?.other !== undefined) {
    use(choice.other, 'condition route', self);
    wrong = { attempts: 1, to: followWay(choice.other, here, () => self, page.title) };
  } else if (choice !== undefined)
    writer.tell(
      'A key that no condition names is accepted, too; in the script it matches nothing.',
      placeOf(choice.parameter),
    );
  writer.add(
    self,
    {
      kind: 'menu',
      title: page.title,
      say,
      options: withKeysOnce([...byKey, ...byIntent.options]),
      noInput,
      noMatch: wrong,
      interDigit,
      origin: [page.title],
    },
    placeBelow(page.part, 'displayName'),
    [...placed, ...optionPlaces([...keys.map(({ route }) => route), ...byIntent.at])],
  );
}
