import type { RegisterCommand } from '../../command.ts';
import { deliver } from '../../output.ts';

interface MapFlags {
  readonly output?: string;
}

/** `ivr calls map`: proposes a mapping for a log of some other layout, and says what it can't tell. */
export const registerCallsMap: RegisterCommand = (calls, { terminal }) => {
  calls
    .command('map')
    .description('propose a mapping for a log of any layout, from its header and first rows')
    .argument('<log>', 'a call log; - reads standard input')
    .option('-o, --output <file>', 'the mapping file to write (default: standard output)')
    .addHelpText('after', '\nExample:\n  $ ivr calls map old.csv -o old.mapping.yaml\n')
    .action(async (file: string, { output }: MapFlags) => {
      const { plural, proposeMapping } = await import('../../../logs.ts');
      const { text, notes, tried, known } = await proposeMapping(file, terminal);
      const say = (line: string): void => {
        terminal.stderr.write(`note: ${line}\n`);
      };
      await deliver(terminal, output, text);
      if (known !== undefined) say(`${file} is read without a mapping, too: it is ${known}.`);
      const { read, used } = tried.rows;
      say(`of ${plural(read, 'row')} at the beginning, the mapping uses ${plural(used, 'row')}.`);
      for (const [reason, rows] of Object.entries(tried.rejectedBy))
        say(`${plural(rows, 'row')} rejected: ${reason}.`);
      if (notes.length > 0) say(`${plural(notes.length, 'thing')} to look at: see the mapping.`);
    });
};
