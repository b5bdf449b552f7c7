import { hasExpression } from '../../import/amazon-connect/references.ts';

/** What the platform itself knows of a call, by the names that an import gives it. */
const ofTheCall =
  /^(?:Channel|InitiationMethod|(?:CustomerEndpoint|SystemEndpoint|Queue|FlowAttributes)(?:\..+)?)$/;

/**
 * How a flow writes an attribute: `$.Attributes.colour`, with brackets around names that aren't
 * plain words. https://docs.aws.amazon.com/connect/latest/adminguide/how-to-reference-attributes.html
 */
export function attributePath(
  name: string,
  root: 'Attributes' | 'External' = 'Attributes',
): string {
  if (hasExpression(name)) return name;
  if (root === 'Attributes' && ofTheCall.test(name)) return `$.${name}`;
  return /^[A-Za-z_]\w*$/.test(name) ? `$.${root}.${name}` : `$.${root}.['${name}']`;
}
