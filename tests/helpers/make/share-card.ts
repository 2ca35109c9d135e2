import type { ShareCard } from '../../../src/model/site/share-card.ts';

/** The share card of a talk, with every line. */
export const shareCard: ShareCard = {
  title: 'Two views of compression',
  event: 'Information Seminar',
  day: '22 September 2021',
  place: 'Vienna',
  name: 'Ada Example',
};
