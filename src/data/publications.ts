import type { Citable } from '../model/publication/citable.ts';
import { sortPublications, toPublication } from '../model/publication/publication.ts';
import { selectPublications } from '../model/publication/publication-selection.ts';
import { once } from './once.ts';
import { readPages } from './pages.ts';
import { getSettings } from './settings.ts';

/** The publications that a visitor may see, newest first. */
export const getPublications = once(async () => {
  const found = await readPages('publications', (source, site) => {
    const citable = source.extra as Citable | undefined;
    return toPublication({ ...source, citable }, site);
  });
  return sortPublications(found);
});

/** Their types, what there is of them, and their subjects. */
export const getPublicationSelections = once(async () => {
  const { addresses } = await getSettings();
  return selectPublications(await getPublications(), addresses);
});
