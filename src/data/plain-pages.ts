import { sortPlainPages, toPlainPage } from '../model/plain-page.ts';
import { once } from './once.ts';
import { readPages } from './pages.ts';

/** The pages of no other section that a visitor may see, as a menu has them. */
export const getPlainPages = once(async () =>
  sortPlainPages(await readPages('pages', toPlainPage)),
);
