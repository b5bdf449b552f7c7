import { buildCallFlow } from '../../flow/build-call-flow.ts';
import type { Exporter } from '../exporter.ts';
import { createTeller } from '../teller.ts';
import { xml, xmlDocument } from '../xml-text.ts';
import type { Writing } from './context.ts';
import { writeExtension } from './write-extension.ts';
import { writeMenu } from './write-menu.ts';

/**
 * Writes a script as a configuration of FreeSWITCH: its menus, and a context of the dialplan with an
 * extension for every node and for every number that calls come in at.
 */
export const writeFreeswitch: Exporter = (document, options) => {
  const { script } = document;
  const flow = buildCallFlow(script);
  const teller = createTeller(document);
  const writing: Writing = { flow, script, options, teller, context: script.id };
  const menus = flow.nodes.flatMap(({ id, node }) =>
    node.kind === 'menu' ? writeMenu(writing, id, node) : [],
  );
  const entries = flow.entries.map(({ number, start }, index) =>
    xml(
      'extension',
      { name: `entry_${index + 1}` },
      xml(
        'condition',
        {
          field: 'destination_number',
          expression: `^${(number ?? script.id).replace(/[^\w]/g, (sign) => `\\${sign}`)}$`,
        },
        xml('action', { application: 'answer' }),
        xml('action', { application: 'transfer', data: `${start} XML ${script.id}` }),
      ),
    ),
  );
  const extensions = flow.nodes.map(({ id, node }) => writeExtension(writing, id, node));
  const root = xml(
    'document',
    { type: 'freeswitch/xml' },
    xml(
      'section',
      { name: 'configuration' },
      xml(
        'configuration',
        { name: 'ivr.conf', description: script.title ?? script.id },
        xml('menus', {}, ...menus),
      ),
    ),
    xml(
      'section',
      { name: 'dialplan' },
      xml('context', { name: script.id }, ...entries, ...extensions),
    ),
  );
  return { text: xmlDocument(root), findings: teller.findings() };
};
