import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShareCard, ShareFont } from '../../model/site/share-card.ts';
import { writeAtomically } from './atomic-write.ts';
import { loadShareFonts, pictureMakers } from './share-fonts.ts';

/** How a card becomes a PNG; `version` changes whenever the outcome does. */
export interface Drawing {
  version: number;
  draw(card: ShareCard, fonts: ShareFont[]): Promise<Buffer>;
}

/**
 * The picture of a card as PNG: the one kept in `folder`, or one drawn now and kept. Pictures are
 * named by all that goes into them, so a kept one is never out of date; none is ever removed, since
 * a talk may return to what it was, and the folder goes when packages are installed anew.
 * @param folder Made if it is not there. Several builds may share it.
 * @throws When the fonts cannot be read, the card cannot be drawn or the folder cannot be written.
 */
export async function keptPicture(
  folder: string,
  card: ShareCard,
  drawing: Drawing,
): Promise<Buffer> {
  const file = join(folder, `${await pictureKey(card, drawing.version)}.png`);
  const kept = await readFile(file).catch(() => undefined);
  if (kept && isWhole(kept)) return kept;
  const picture = await drawing.draw(card, await loadShareFonts());
  await mkdir(folder, { recursive: true });
  writeAtomically(file, picture);
  return picture;
}

async function pictureKey(card: ShareCard, version: number): Promise<string> {
  const { title, event, day, place, name } = card;
  const all = [version, await makersVersions(), title, event, day, place, name];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

let versions: Promise<string> | undefined;

/** As the project pins them: exactly, so that its own list tells what is installed. */
function makersVersions(): Promise<string> {
  versions ??= readFile(join(process.cwd(), 'package.json'), 'utf8').then((text) => {
    const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
    return pictureMakers.map((name) => `${name} ${dependencies[name]}`).join(', ');
  });
  return versions;
}

/** Whether a PNG begins and ends as one does: a machine that loses power may keep half of it. */
function isWhole(picture: Buffer): boolean {
  return (
    picture.subarray(1, 4).toString('latin1') === 'PNG' &&
    picture.subarray(-8, -4).toString('latin1') === 'IEND'
  );
}
