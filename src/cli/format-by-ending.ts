import { extname } from 'node:path';
import type { Command } from 'commander';

/** What files hold by their endings, as formats are named. */
const formats: ReadonlyMap<string, string> = new Map([
  ['.json', 'json'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.svg', 'svg'],
  ['.csv', 'csv'],
  ['.yaml', 'yaml'],
  ['.yml', 'yaml'],
  ['.xml', 'xml'],
]);

/** Endings of what no report can be: a file with one would not open. */
const other =
  /^\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|png|jpe?g|gif|webp|zip|gz|zst|parquet|jsonl)$/;

function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;
}

/**
 * Before a command runs: where no format is named, the ending of the file does it. Ends with a usage
 * error where the file would hold something else than its ending says. `more` are formats with an
 * ending of another name.
 */
export function formatByEnding(
  more: Readonly<Record<string, string>> = {},
): (command: Command) => void {
  return (command) => {
    const { output } = command.opts<{ readonly output?: string }>();
    const ending = extname(output ?? '').toLowerCase();
    const option = command.options.find((one) => one.attributeName() === 'format');
    const choices = option?.argChoices ?? ['csv'];
    const named = Object.hasOwn(more, ending) ? more[ending] : formats.get(ending);
    const isChosen = command.getOptionValueSource('format') === 'cli';
    if (named !== undefined && choices.includes(named)) {
      if (option !== undefined && !isChosen)
        command.setOptionValueWithSource('format', named, 'implied');
    } else if (other.test(ending) || (named !== undefined && !isChosen))
      command.error(
        `error: ${nameOf(command)} writes ${choices.join(', ')}, and nothing that ends in ${ending}.`,
      );
  };
}
