import { InvalidArgumentError, Option } from 'commander';

/** The format that a user names: Markdown goes by its ending, too. */
export const formatNamed = (name: string): string => (name === 'md' ? 'markdown' : name);

/** `--format`, for one of these formats. */
export function formatOption(says: string, formats: readonly string[]): Option {
  return new Option('-f, --format <format>', says).choices(formats).argParser((text): string => {
    const format = formatNamed(text);
    if (formats.includes(format)) return format;
    throw new InvalidArgumentError(`Allowed choices are ${formats.join(', ')}.`);
  });
}

/** `--format` of commands that print for people or for programs. */
export const textOrJsonOption = (): Option =>
  formatOption('how to print', ['text', 'json']).default('text');
