import type { RegisterCommand } from '../../command.ts';
import { addLayoutOptions, type LayoutFlags } from '../../log-options.ts';
import { withProgress } from '../../progress.ts';
import { timeoutOption } from '../../table-options.ts';

interface LoadFlags extends LayoutFlags {
  readonly url: string;
  readonly table: string;
  readonly create?: true;
  readonly menu?: string[];
  readonly keepValues?: true;
  readonly timeout?: number;
}

/** `ivr calls load`: adds the rows of logs to a table of ClickHouse. */
export const registerCallsLoad: RegisterCommand = (calls, { terminal }) => {
  const load = calls
    .command('load')
    .description('add the events of logs to a ClickHouse table, each once')
    .argument('<logs...>', 'call logs, or folders of logs; - reads standard input')
    .requiredOption('--url <url>', 'the ClickHouse server, such as http://localhost:8123')
    .requiredOption('--table <name>', 'the table, named database.table')
    .option('--create', 'create the table if there is none')
    .option('--menu <files...>', 'menus whose keys, intents and numbers may be stored')
    .option('--keep-values', 'store all values, including digits that callers entered')
    .addOption(timeoutOption());
  addLayoutOptions(load)
    .addHelpText(
      'after',
      '\nThe user and the password come from IVR_CLICKHOUSE_USER and IVR_CLICKHOUSE_PASSWORD.\n' +
        '\nExample:\n  $ ivr calls load sample-logs/northwind-bank.csv --url http://localhost:8123 --table calls --create --menu menus/northwind-bank.ivr.yaml\n',
    )
    .action(
      async (
        logs: string[],
        { url, table, create, menu = [], keepValues, ...flags }: LoadFlags,
      ) => {
        const { logFormat, logZone, map: mappings, timeout } = flags;
        const { buildCallFlow, loadToText } = await import('../../../index.ts');
        const { loadIntoTable, loadMenus } = await import('../../../node.ts');
        const menus = menu.length === 0 ? [] : (await loadMenus(menu, terminal)).menus;
        const scripts = menus.flatMap((one) => one.scripts);
        const flows = scripts.map(({ document }) => buildCallFlow(document.script));
        const loaded = await withProgress(terminal, 'Loading calls', (onProgress) =>
          loadIntoTable(
            logs,
            { url, table, creates: create === true },
            {
              ...terminal,
              ...{ logFormat, logZone, mappings },
              ...{ timeout, onProgress, values: keepValues === true ? 'all' : flows },
            },
          ),
        );
        terminal.stdout.write(loadToText(loaded));
      },
    );
};
