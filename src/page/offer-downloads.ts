/** A table as CSV: what a cell is in a file stands on it, where that isn't what it shows. */
function csvOf(table: HTMLTableElement): string {
  const rows = [...table.rows].map((row) =>
    [...row.cells].map((cell) => cell.dataset['csv'] ?? cell.textContent).join(','),
  );
  // Spreadsheets take a file for their own old encoding unless it begins with this mark.
  return `\ufeff${rows.join('\n')}\n`;
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}

/** Puts a button on every table that writes it as a CSV file. */
export function offerDownloads(page: Document): void {
  for (const table of page.querySelectorAll<HTMLTableElement>('table[data-name]')) {
    const { name = 'table' } = table.dataset;
    const button = page.createElement('button');
    button.type = 'button';
    button.className = 'download';
    button.textContent = 'CSV';
    button.setAttribute('aria-label', `Download ${name}.csv`);
    button.addEventListener('click', () => {
      download(`${name}.csv`, csvOf(table));
    });
    table.before(button);
  }
}
