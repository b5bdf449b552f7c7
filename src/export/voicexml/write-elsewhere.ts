import type { NodeId } from '../../script/names.ts';
import { xml, type XmlPiece } from '../xml-text.ts';
import { lead, type Writing } from './context.ts';

/** Something another system does, and how it ended: `result.status`. */
export function writeElsewhere(
  writing: Writing,
  id: NodeId,
  src: string,
  success: string | undefined,
  failure: string | undefined,
): XmlPiece {
  writing.teller.otherwise(
    ['nodes', id],
    `"${src}" must do this, and return "status" with 'success' where it could.`,
    'Write that document, or name another one with --names.',
  );
  return xml(
    'subdialog',
    { name: 'result', src },
    xml(
      'filled',
      {},
      xml(
        'if',
        { cond: "result.status == 'success'" },
        lead(writing, success),
        xml('else'),
        lead(writing, failure),
      ),
    ),
  );
}
