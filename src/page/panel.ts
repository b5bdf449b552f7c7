/** The side of the picture that tells of one step. */
export interface Panel {
  show(id: string): void;
  clear(): void;
}

/** The panel shows what the page says of a step in its list of all steps. */
export function panelOn(
  panel: HTMLElement,
  steps: ReadonlyMap<string, HTMLElement>,
  onClose: () => void,
): Panel {
  const words = [...panel.childNodes];
  const closing = (): HTMLButtonElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'close';
    button.textContent = '×';
    button.setAttribute('aria-label', 'Let go of this step');
    button.addEventListener('click', onClose);
    return button;
  };
  return {
    show(id) {
      const step = steps.get(id);
      const copies = [...(step?.childNodes ?? words)].map((node) => node.cloneNode(true));
      panel.replaceChildren(closing(), ...copies);
      panel.scrollTop = 0;
    },
    clear() {
      panel.replaceChildren(...words);
    },
  };
}
