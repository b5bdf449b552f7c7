import { describe, expect, test } from '@jest/globals';
import { readXml, rootNameOf } from '../../src/source/read-xml.ts';
import {
  allElements,
  attributeOf,
  elementsOf,
  textIn,
  valueIn,
} from '../../src/source/xml-tree.ts';

const sourceOf = (text: string) => ({ path: 'menu.xml', text });

function told(text: string): string {
  const { root, findings } = readXml(sourceOf(text));
  expect(root).toBeUndefined();
  expect(findings).toHaveLength(1);
  const [finding] = findings;
  return `${finding?.at.start.line}:${finding?.at.start.column} ${finding?.message}`;
}

describe('reading XML', () => {
  const text =
    '\uFEFF<?xml version="1.0"?>\r\n<!-- a -->\r\n<v:menu  id = "main"\n  say=\'a "b" &amp; c\'>\r\n Hello &lt;you&gt; <b/><![CDATA[<raw>]]> end</v:menu >\n';
  const { root } = readXml(sourceOf(text));

  test('every element, attribute and text is there with its place', () => {
    if (root === undefined) throw new Error('no root');
    const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(root).toMatchObject({ name: 'v:menu', local: 'menu' });
    expect(slice(root)).toBe(text.slice(text.indexOf('<v:menu'), -1));
    expect(slice(root.tag)).toBe('<v:menu  id = "main"\n  say=\'a "b" &amp; c\'>');
    expect(slice(root.nameExtent)).toBe('v:menu');
    expect(
      root.attributes.map((one) => [
        slice(one.nameExtent),
        one.value,
        slice(one.valueExtent),
        slice(one),
      ]),
    ).toEqual([
      ['id', 'main', 'main', 'id = "main"'],
      ['say', 'a "b" & c', 'a "b" &amp; c', 'say=\'a "b" &amp; c\''],
    ]);
    expect(root.children.map(slice)).toEqual([
      '\r\n Hello &lt;you&gt; ',
      '<b/>',
      '<![CDATA[<raw>]]>',
      ' end',
    ]);
    expect(textIn(root)).toBe('Hello <you> <raw> end');
    expect(valueIn(root, 'id')).toBe('main');
    expect(attributeOf(root, 'constructor')).toBeUndefined();
    expect(elementsOf(root, 'b')).toHaveLength(1);
    expect(allElements(root).map(({ local }) => local)).toEqual(['menu', 'b']);
  });

  test.each([
    ['<a>\n <b></a>', '2:5 The element that is closed here is not the one that is open.'],
    ['<a>\n <b>', '2:2 The element "b" is opened here and never closed.'],
    ['<a>\n <b', '2:2 The text ends inside this tag.'],
    ['<a x="1" x="2"/>', '1:16 This is not valid XML: duplicate attribute: x.'],
    ['<a>&nbsp;</a>', '1:4 XML has no entity "&nbsp;" of its own'],
    ['<a>&constructor;</a>', '1:4 XML has no entity "&constructor;" of its own'],
    ['<a>&#0;</a>', 'This is not valid XML'],
    ['<a/><b/>', 'only one root'],
    ['', 'root element'],
    ['<a>\u0001</a>', '1:4 This is not valid XML: disallowed character.'],
  ])('%j is one finding at its place', (broken, says) => {
    expect(told(broken)).toContain(says);
  });

  test('entities of a document type are never expanded, and nothing is fetched', () => {
    const laughs = `<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "${'&l;'.repeat(9)}">]>\n<a>&m;</a>`;
    expect(told(laughs)).toContain('2:4 XML has no entity "&m;"');
    const outside = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<a>&x;</a>';
    expect(told(outside)).toContain('2:4 XML has no entity "&x;"');
  });

  test('a document that is too deep is refused before it hurts', () => {
    expect(told('<a>'.repeat(10_000))).toBe(
      '1:604 The document is nested more than 200 levels deep.',
    );
  });

  test('a document with too many parts is refused before memory ends', () => {
    expect(told(`<a>${'<b/>'.repeat(500_001)}</a>`)).toContain('more than 500000 parts');
  });
});

describe('the name of the first element', () => {
  test.each([
    ['<?xml version="1.0"?><!DOCTYPE vxml><!-- <x> --><vxml version="2.1"><broken', 'vxml'],
    ['\uFEFF\n <v:include/>', 'include'],
    ['plain text', undefined],
    ['<', undefined],
    ['<!-- open', undefined],
  ])('of %j is %j', (text, name) => {
    expect(rootNameOf(sourceOf(text))).toBe(name);
  });
});
