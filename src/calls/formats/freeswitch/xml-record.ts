import { anyTranslation, type XmlFormat } from '../log-format.ts';

/**
 * The call detail records that FreeSWITCH writes as XML, a document a leg, with what those in JSON hold.
 * https://developer.signalwire.com/freeswitch/FreeSWITCH-Explained/Modules/mod_xml_cdr_6587377
 */
export const freeswitchXmlRecord: XmlFormat = {
  name: 'freeswitch-xml-cdr',
  title: 'call detail records of FreeSWITCH in XML',
  records: 'xml',
  element: 'cdr',
  recognise: (head) => /<(?:variables|channel_data)>/.test(head),
  async load() {
    const { translateXmlRecord } = await import('./translate-xml-record.ts');
    return anyTranslation(translateXmlRecord);
  },
};
