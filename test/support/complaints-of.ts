import type { Page } from 'playwright-core';

/** Whatever a page says that a quiet page doesn't: messages, errors, dialogs, and requests but the allowed. */
export function complaintsOf(page: Page, allowed: RegExp): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!allowed.test(request.url())) complaints.push(request.url());
  });
  return complaints;
}
