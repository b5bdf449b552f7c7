import { Option } from 'commander';
import type { ExportFormat } from '../../index.ts';
import type { RegisterCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { failOnOption, reaches, type FailOn } from '../fail-on.ts';
import { noting } from '../noting.ts';
import { deliver, outputOption } from '../output.ts';
import { ownVersion } from '../own-version.ts';
import { paintFor } from '../paint.ts';
import { directoryOption, idOption, type MenuFlags } from '../menu-options.ts';

interface ExportFlags extends MenuFlags {
  readonly to?: ExportFormat;
  readonly names?: string;
  readonly output?: string;
  readonly format: 'text' | 'json';
  readonly failOn: FailOn;
}

const targets = Object.keys({
  'native-yaml': true,
  'native-json': true,
  'amazon-connect': true,
  'twilio-studio': true,
  typescript: true,
  freeswitch: true,
  voicexml: true,
  mermaid: true,
  dot: true,
  xstate: true,
  asterisk: true,
} satisfies Record<ExportFormat, true>);

/** `ivr export`: writes a script in another format and tells what that format can't say. */
export const registerExport: RegisterCommand = (program, { terminal, leave }) => {
  program
    .command('export')
    .description("write a menu in a vendor's format, or as a graph; report what that can't express")
    .argument('<script>', 'a menu file; - reads standard input')
    .addOption(new Option('-t, --to <format>', 'what to write').choices(targets))
    .option(
      '--names <file>',
      'a table of names: what the target calls the queues, hours and recordings of the menu',
    )
    .addOption(outputOption())
    .addOption(directoryOption())
    .addOption(idOption())
    .addOption(
      new Option('-f, --format <format>', "how to print what can't be expressed, on standard error")
        .choices(['text', 'json'])
        .default('text'),
    )
    .addOption(failOnOption())
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr export menus/northwind-bank.ivr.yaml --to native-json -o bank.ivr.json\n',
    )
    .action(async (file: string, flags: ExportFlags) => {
      const { to, output, format, failOn, directory: given, id } = flags;
      if (to === undefined)
        return program.error(`Say with --to what to write: ${targets.join(', ')}.`);
      const { checkNames, exportScript } = await import('../../index.ts');
      const { formatLint, lintResult } = await import('../../check.ts');
      const { loadNames, loadOneScript } = await import('../../node.ts');
      const names = flags.names === undefined ? undefined : await loadNames(flags.names, terminal);
      const script = await loadOneScript(file, { ...noting(terminal), directory: given, id });
      const { document, directory, menu } = script;
      const { text, findings } = await exportScript(document, to, {
        names: names?.names,
        directory: directory?.directory,
      });
      await deliver(terminal, output, text);
      const unused = names === undefined ? [] : checkNames(names, document.script);
      const sources = [menu.source, ...(names === undefined ? [] : [names.source])];
      const nodes = Object.keys(document.script.nodes).length;
      const result = lintResult([...findings, ...unused], sources, { files: 1, nodes });
      const { stderr, env, cwd } = terminal;
      const paint = format === 'text' ? paintFor(stderr, env) : undefined;
      const version = ownVersion();
      if (format === 'json' || result.findings.length > 0)
        stderr.write(await formatLint(format, result, { version, root: cwd, paint }));
      leave(reaches(failOn, result.summary) ? exitCode.findings : exitCode.clean);
    });
};
