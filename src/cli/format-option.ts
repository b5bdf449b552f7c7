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
