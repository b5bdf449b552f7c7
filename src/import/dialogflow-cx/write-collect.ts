import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import { textBelow } from '../tree-values.ts';
import { readAsking, type Lead } from './asking.ts';
import { placeBelow, type Part } from './part.ts';
import type { Here } from './ways.ts';

const dataOf: ReadonlyMap<string, NodeOfKind<'collect'>['data']> = new Map([
  ['sys.phone-number', 'phone'],
  ['sys.date', 'date'],
  ['sys.unit-currency', 'amount'],
]);

export const parameterName = ({ tree }: Part): string =>
  textBelow(tree, 'displayName') ?? 'parameter';

/** The node of a parameter that a page asks for. */
export function writeCollect(
  parameter: Part,
  here: Here,
  self: NodeId,
  lead: Lead | undefined,
  to: NodeId,
): void {
  const { reader, page } = here;
  const name = parameterName(parameter);
  const entity = textBelow(parameter.tree, 'entityType')?.replace(/^@/, '') ?? '';
  const { say, digits, noInput, noMatch, placed } = readAsking(here, self, parameter, lead);
  reader.use(parameter, `parameter ${name}`, self);
  reader.writer.add(
    self,
    {
      kind: 'collect',
      title: name === '' ? page.title : name,
      say,
      digits,
      noInput,
      noMatch,
      data: dataOf.get(entity),
      sensitive: textBelow(parameter.tree, 'redact') === 'true' ? true : undefined,
      to,
      origin: [page.title],
    },
    placeBelow(parameter, 'displayName'),
    placed,
  );
}
