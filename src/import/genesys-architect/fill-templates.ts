/** Stand for the braces of a placeholder: no flow has these characters, and YAML takes them for letters. */
const opens = '\uE000\uE000';
const closes = '\uE001\uE001';

/**
 * Makes YAML of a template: every `{{name}}` becomes a word of the same length, so that all places stay
 * as they are. One pass over the text.
 */
export function fillTemplates(text: string): string {
  return text.replace(
    /\{\{([^{}\r\n]{0,200})\}\}/g,
    (_, name: string) => `${opens}${name.replace(/[^\w.-]/g, '_')}${closes}`,
  );
}

/** True for a value that a tool fills in before the flow is installed. */
export function isTemplate(text: string): boolean {
  return text.includes(opens);
}

/** The value as the file has it. */
export function asWritten(text: string): string {
  return text.replaceAll(opens, '{{').replaceAll(closes, '}}');
}
