import { buildCallFlow } from '../../flow/build-call-flow.ts';
import type { Exporter } from '../exporter.ts';
import { createTeller } from '../teller.ts';
import { xml, xmlDocument } from '../xml-text.ts';
import type { Writing } from './context.ts';
import { writeNode } from './write-node.ts';

/**
 * Writes a script as a document of VoiceXML 2.1: a form for every node, under its id, the first one
 * where calls come in.
 */
export const writeVoicexml: Exporter = (document, options) => {
  const { script } = document;
  const flow = buildCallFlow(script);
  const teller = createTeller(document);
  const writing: Writing = { flow, script, options, teller, variables: new Set() };
  const [entry, ...others] = flow.entries;
  others
    .filter(({ start }) => start !== entry?.start)
    .forEach(({ path }) => {
      teller.leftOut(
        path,
        'A document begins in one place: calls that come in here are left out.',
        'Write a document for each entry.',
      );
    });
  const first = flow.nodes.filter(({ id }) => id === entry?.start);
  const rest = flow.nodes.filter(({ id }) => id !== entry?.start);
  const begin = first.length > 0 ? [] : [xml('form', {}, xml('block', {}, xml('disconnect')))];
  const forms = [
    ...begin,
    ...[...first, ...rest].map(({ id, node }) => writeNode(writing, id, node)),
  ];
  const variables = [...writing.variables].map((name) => xml('var', { name }));
  const root = xml(
    'vxml',
    {
      version: '2.1',
      xmlns: 'http://www.w3.org/2001/vxml',
      'xml:lang': script.language,
    },
    ...variables,
    ...forms,
  );
  return { text: xmlDocument(root), findings: teller.findings() };
};
