import { personOffers } from '../../flow/person-options.ts';
import { isLanguageMenu } from '../../flow/main-menus.ts';
import { reachable } from '../../flow/reach.ts';
import type { MenuOption } from '../../script/script.ts';
import { grouped, plural } from '../../source/plural.ts';
import { isProtected } from '../ground.ts';
import type { Help, HelpFacts } from './help.ts';

const personKey = '0';
/** With so many of its callers lost or mistyping, a menu without a person is worth a look (judgement). */
const manyLost = 0.05;
const fewestCalls = 100;

/** The option for a person that other menus have: its words and its way are known. */
function personOption({ flow }: HelpFacts): MenuOption | undefined {
  const options = flow.nodes.flatMap(({ node }) => (node.kind === 'menu' ? node.options : []));
  return options.find(
    ({ key, role, say, to }) =>
      key === personKey && role === 'agent' && say !== undefined && to !== undefined,
  );
}

/** Menus that many leave, and in which nobody can be asked for. */
export function proposeAgentKeys(facts: HelpFacts): readonly Help[] {
  const { flow, replay } = facts;
  const person = personOption(facts);
  if (person?.to === undefined) return [];
  const { to } = person;
  const reached = reachable(flow);
  const offersPerson = personOffers(flow);
  return replay.nodes.flatMap(({ id, entered, dropOuts, noMatches }): readonly Help[] => {
    const node = flow.byId.get(id)?.node;
    if (node?.kind !== 'menu' || !reached.has(id) || isProtected(node)) return [];
    // Its words would be in one of the languages that callers are still to choose from.
    if (isLanguageMenu(node)) return [];
    if (offersPerson(id, node) || node.options.some(({ key }) => key === personKey)) return [];
    const isSaidApart = node.options.every(({ say }) => say !== undefined);
    if (!isSaidApart || entered < fewestCalls || dropOuts + noMatches < manyLost * entered)
      return [];
    const { key = personKey, say, role = 'agent', title } = person;
    const option = {
      ...{ key, ...(title === undefined ? {} : { title }), say, role, to },
    } as MenuOption;
    return [
      {
        change: {
          about: { kind: 'agent-key', menu: id, key, to },
          summary: `${key} leads to ${to}, in the words of another menu`,
          edits: [{ edit: 'insert-option', node: id, place: node.options.length, option }],
          moves: [],
          byHand: [
            { path: ['nodes', id, 'options', node.options.length, 'say'], why: 'other-place' },
          ],
        },
        grounds: [
          `${grouped(dropOuts)} of ${plural(entered, 'call')} that came here were lost here, and ${plural(noMatches, 'time')} a key was pressed that the menu doesn't have`,
          'it is unknown how many of them wanted a person',
        ],
      },
    ];
  });
}
