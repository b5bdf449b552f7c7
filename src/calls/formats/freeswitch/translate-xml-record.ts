import { elementsOf, textIn, type XmlElement } from '../../../source/xml-tree.ts';
import type { LogTranslation, XmlRecord } from '../log-format.ts';
import type { JsonObject } from '../values.ts';
import type { LegFacts } from './tell-leg.ts';
import { translateCallRecord } from './translate-call-record.ts';

/** Values of variables are escaped as in URLs; one that can't be unescaped stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const attributesOf = ({ attributes }: XmlElement): JsonObject =>
  Object.fromEntries(attributes.map(({ name, value }) => [name, value]));

/** The texts of the elements below one, by their names; of those of one name the first. */
function textsOf(parent: XmlElement | undefined, read = (text: string) => text): JsonObject {
  const elements = parent === undefined ? [] : elementsOf(parent);
  return Object.fromEntries(elements.toReversed().map((one) => [one.name, read(textIn(one))]));
}

function callflowOf(flow: XmlElement): JsonObject {
  const [extension] = elementsOf(flow, 'extension');
  const [profile] = elementsOf(flow, 'caller_profile');
  return {
    caller_profile: textsOf(profile),
    extension: extension === undefined ? undefined : attributesOf(extension),
  };
}

/** What a record in XML says, as one in JSON says it. */
function recordOf(root: XmlElement): JsonObject {
  const [variables] = elementsOf(root, 'variables');
  const applications = elementsOf(root, 'app_log').flatMap((log) =>
    elementsOf(log, 'application').map(attributesOf),
  );
  return {
    ...(variables === undefined ? {} : { variables: textsOf(variables, decoded) }),
    app_log: { applications },
    callflow: elementsOf(root, 'callflow').map(callflowOf),
  };
}

/** Translates records of legs in XML. */
export const translateXmlRecord: LogTranslation<XmlRecord, LegFacts> = {
  readRecord: ({ line, root }) => translateCallRecord.readRecord({ line, value: recordOf(root) }),
  tellCall: translateCallRecord.tellCall,
};
