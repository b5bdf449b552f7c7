import { extname, resolve } from 'node:path';
import { deliver } from './output.ts';
import type { Terminal } from './terminal.ts';

/** A drawing and the name of its file, for a folder of several. */
export interface NamedPicture {
  readonly name: string;
  readonly svg: string;
}

/** Endings of pictures that can't be made: a file with one would hold what it doesn't say. */
const otherPicture =
  /^\.(?:jpe?g|gif|webp|avif|bmp|tiff?|eps|ps|svgz|html?|docx?|xlsx?|pptx?|od[gtsp]|vsdx|json|ya?ml|csv|md|txt|zip|gz)$/;

/** What the ending of a file asks for; a folder and standard output get SVG. */
export function pictureFormat(file: string | undefined): 'svg' | 'png' | 'pdf' {
  const ending = extname(file ?? '').toLowerCase();
  return ending === '.png' || ending === '.pdf' ? (ending.slice(1) as 'png' | 'pdf') : 'svg';
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** Why a file can't be a picture, by its ending; nothing where it can. */
export function refusedPicture(file: string | undefined): string | undefined {
  const ending = extname(file ?? '').toLowerCase();
  return otherPicture.test(ending)
    ? `A picture is SVG, PNG or PDF by the ending of its file, and no ${ending}.`
    : undefined;
}

/** Writes one drawing, as what the ending of the file asks for. */
export async function deliverPicture(
  terminal: Terminal,
  file: string | undefined,
  svg: string,
): Promise<void> {
  await deliverPages(terminal, file, [{ name: '', svg }], false);
}

/** Writes drawings: SVG files into a folder, or the pages of one PDF. */
export async function deliverPages(
  terminal: Terminal,
  file: string | undefined,
  pictures: readonly NamedPicture[],
  intoFolder = true,
): Promise<void> {
  const format = pictureFormat(file);
  if (format !== 'svg' && file !== undefined) {
    const { renderPictures, writeWhole } = await import('../node.ts');
    const svgs = pictures.map(({ svg }) => svg);
    const bytes = await renderPictures(svgs, format, terminal.env);
    await writeWhole(resolve(terminal.cwd, file), once(bytes), file);
  } else if (intoFolder && file !== undefined) {
    const { writeFolder } = await import('../node.ts');
    const files = Object.fromEntries(pictures.map(({ name, svg }) => [`${name}.svg`, svg]));
    await writeFolder(resolve(terminal.cwd, file), files, file);
  } else for (const { svg } of pictures) await deliver(terminal, file, svg);
}
