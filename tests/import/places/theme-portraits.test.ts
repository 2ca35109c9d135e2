import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { placeFiles } from '../../../src/import/places/place-files.ts';
import { createOldSite } from '../../helpers/old-sites/mapped-settings.ts';

test('the portrait of the template is skipped, but not another image of its size or name', () => {
  const [portrait, other] = ['silhouette', 'photograph'];
  const digest = createHash('sha256').update(portrait).digest('hex');
  const site = createOldSite({
    'config.toml': 'title = "Ada"\ntheme = "academic"\n',
    'content/authors/admin/_index.md': '---\ntitle: Ada\nsuperuser: true\n---\n',
    'content/authors/admin/avatar.jpg': portrait,
    'content/authors/bo/avatar.jpg': other,
    'content/authors/bo/_index.md': '---\ntitle: Bo\n---\n',
    'content/authors/admin/figure.jpg': portrait,
  });
  const { copies, skipped } = placeFiles(
    site,
    new Set(),
    undefined,
    new Map([[portrait.length, digest]]),
  );
  expect(skipped.filter(({ reason }) => reason.startsWith('Portrait'))).toEqual([
    {
      from: 'content/authors/admin/avatar.jpg',
      reason: 'Portrait of the template, which shows nobody',
    },
  ]);
  const images = copies.map(({ from }) => from).filter((path) => path.endsWith('.jpg'));
  expect(images.sort()).toEqual([
    'content/authors/admin/figure.jpg',
    'content/authors/bo/avatar.jpg',
  ]);
});
