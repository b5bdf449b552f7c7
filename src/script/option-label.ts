import type { MenuOption } from './script.ts';

/** What people call an option: its title, its reason, where it leads, or its key. */
export function optionLabel(option: MenuOption): string {
  return (
    option.title ?? option.reason ?? option.intent ?? option.to ?? option.do ?? option.key ?? ''
  );
}
