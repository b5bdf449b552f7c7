/** Selects a text, for readers to copy it themselves. */
function select(element: Element): void {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

async function copy(element: Element): Promise<string> {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return 'Copied.';
  } catch {
    select(element);
    return 'Selected: copy it with Ctrl+C.';
  }
}

/** The numbers of the changes that one builds on. */
const baseOf = (box: HTMLInputElement): readonly string[] =>
  box.dataset['buildsOn']?.split(' ') ?? [];

/** Who takes a change takes those that it builds on; who leaves one leaves those that build on it. */
function keepTogether(boxes: readonly HTMLInputElement[], changed: HTMLInputElement): void {
  const moved = new Set([changed]);
  for (const box of moved) {
    const { number = '' } = box.dataset;
    const bound = changed.checked
      ? boxes.filter((other) => baseOf(box).includes(other.dataset['number'] ?? ''))
      : boxes.filter((other) => baseOf(other).includes(number));
    for (const other of bound) {
      other.checked = changed.checked;
      moved.add(other);
    }
  }
}

/** Keeps the command in step with the boxes of the changes that are accepted. */
export function offerChanges(page: Document): void {
  const command = page.getElementById('command_');
  const accepted = page.getElementById('accepted_');
  const status = page.getElementById('copied_');
  const button = page.querySelector<HTMLButtonElement>('[data-do=copy]');
  if (command === null || accepted === null || status === null || button === null) return;
  const boxes = [...page.querySelectorAll<HTMLInputElement>('input[data-number]')];
  const rewrite = (): void => {
    const numbers = boxes.filter((box) => box.checked).map((box) => box.dataset['number'] ?? '');
    accepted.textContent = numbers.join(',');
    button.disabled = numbers.length === 0;
    command.hidden = numbers.length === 0;
    status.textContent = numbers.length === 0 ? 'No change is accepted.' : '';
  };
  const changed = (box: HTMLInputElement): void => {
    keepTogether(boxes, box);
    rewrite();
  };
  for (const box of boxes)
    box.addEventListener('change', () => {
      changed(box);
    });
  button.addEventListener('click', () => {
    void copy(command).then((said) => {
      status.textContent = said;
    });
  });
  // A page that is gone back to may come with other boxes than it was sent with.
  rewrite();
}
