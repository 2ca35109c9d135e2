import { isMap } from '../../schema/describe.ts';
import { isEmpty } from '../../schema/field.ts';
import { listLeafValues, type OldValue } from '../old-site/old-values.ts';
import type { Outcome, SettingOutcome } from '../plan/plan.ts';

/** Records how old values are used. The most specific entry for a value counts. */
export interface KeyUsage {
  /** Adds a value whose keys all need an entry. */
  add(old: OldValue): void;
  /** Records where a value is used, with everything in it. A value can be used in several places. */
  markUsed(old: OldValue | undefined, to: string): void;
  /** Records why a value is not used. `markUsed` takes precedence. */
  markUnused(old: OldValue | undefined, reason: string): void;
  /** Returns one entry for each value that was added, in that order. */
  outcomes(reasonFor: (leaf: OldValue) => string): SettingOutcome[];
}

interface Usage {
  to: string[];
  reason?: string;
}

/** Creates an empty record of key usage. */
export function createKeyUsage(): KeyUsage {
  const added: OldValue[] = [];
  const marks = new Map<string, Usage>();
  const getMark = ({ file, key }: OldValue): Usage => {
    const usageKey = toUsageKey(file, key);
    const mark = marks.get(usageKey) ?? { to: [] };
    marks.set(usageKey, mark);
    return mark;
  };
  return {
    add: (old) => void added.push(old),
    markUsed(old, to) {
      if (old && !getMark(old).to.includes(to)) getMark(old).to.push(to);
    },
    markUnused(old, reason) {
      if (old) getMark(old).reason ??= reason;
    },
    outcomes: (reasonFor) =>
      added
        .flatMap((old) => listLeafValues(old))
        .filter(({ key }) => key !== '')
        .map((leaf) => ({
          file: leaf.file,
          key: leaf.key,
          outcome: findOutcome(leaf, marks, reasonFor),
        })),
  };
}

function findOutcome(
  leaf: OldValue,
  marks: ReadonlyMap<string, Usage>,
  reasonFor: (leaf: OldValue) => string,
): Outcome {
  const itemUses = Array.isArray(leaf.value) ? listItemUses(leaf, marks) : [];
  if (itemUses.length > 0) return { to: [...new Set(itemUses)].join(', ') };
  const names = leaf.key.split('.');
  const places: string[] = [];
  for (let length = names.length; length >= 0; length -= 1) {
    const mark = marks.get(toUsageKey(leaf.file, names.slice(0, length).join('.')));
    if (!mark) continue;
    if (length < names.length && isEmptyValue(leaf.value)) break;
    places.push(...mark.to);
    if (places.length === 0 && mark.reason !== undefined) return { reason: mark.reason };
  }
  if (places.length > 0) return { to: [...new Set(places)].join(', ') };
  return { reason: isEmptyValue(leaf.value) ? 'Empty.' : reasonFor(leaf) };
}

/** Returns where the items of a list of texts are used. */
function listItemUses({ file, key, value }: OldValue, marks: ReadonlyMap<string, Usage>): string[] {
  return Object.keys(value as unknown[]).flatMap(
    (i) => marks.get(toUsageKey(file, `${key}.${i}`))?.to ?? [],
  );
}

function isEmptyValue(value: unknown): boolean {
  return isEmpty(value) || (isMap(value) && Object.keys(value).length === 0);
}

function toUsageKey(file: string, key: string): string {
  return `${file}\n${key}`;
}

/** Why keys of the configuration are not used, by family. The first match counts. */
const settingReasons: readonly [RegExp, string][] = [
  [
    /^(collections|defaults)\.|taxonom|category_archive|tag_archive|archive/,
    'Sections and lists follow from the folders in content/.',
  ],
  [
    /analytics|tag_manager|tongji|plausible|fathom|pirsch|clarity|facebook_pixel|(^|\.)umami/,
    'Lectern does not support analytics.',
  ],
  [
    /verification|alexa/,
    'Verify the site with search engines at your host, or with a file in public/.',
  ],
  [
    /comment|disqus|staticman|giscus|utterances|remark42|isso/,
    'Lectern does not support comments.',
  ],
  [/privacy_pack|cookie/, 'Lectern sets no cookies.'],
  [/(^|\.)(search|algolia|docsearch)(\.|$)/, 'Search is built in and has no settings.'],
  [
    /(^|\.)(map|map_api_key|latitude|longitude|coordinates|zoom|google_maps?)(\.|$)/,
    'Lectern shows no maps, because they are loaded from another host.',
  ],
  [
    /date_?format|time_?format|address_?formats?|publications\.date|locale\.|words_per_minute/,
    'The format of dates and places follows the language of the site.',
  ],
  [
    /^languages\.|contentdir$|languagecode$|languagename$|hascjk|contentlanguage|title_case/,
    'The new site has one language, the default language of the old site.',
  ],
  [
    /office_hours|appointment|directions|contact|(^|\.)(phone|address|email|skype|telegram|keybase|discussion)(\.|$)/,
    'The old home page had no contact widget that showed it.',
  ],
  [/copyright|license/, 'The footer has no copyright notice.'],
  [
    /menu|navbar|(^|\.)(header|footer)(\.|$)|align|title_separator/,
    'The header and footer are part of the design.',
  ],
  [
    /publication_types?|publication_categor|citation_style|publication_format|_view$|abstract_length|summarylength|paginat|pagersize/,
    'The layout of lists has no settings.',
  ],
  [
    /highlight|math|diagram|mermaid|emoji|markup|blackfriday|goldmark|kramdown|markdown|rouge|footnote|encoding|excerpt_separator/,
    'Markdown, formulas and code need no settings.',
  ],
  [
    /plugins_js|custom_js|custom_css|(^|\.)(js|css|scripts?|head_scripts|footer_scripts|hooks)(\.|$)/,
    'Scripts and styles of the old theme do not apply to Lectern.',
  ],
  [
    /avatar|gravatar/,
    'Portraits are image files next to the file of a person, and keep their shape.',
  ],
  [
    /reading_time|pager|show_related|related|edit_page|repository|repo_|breadcrumb|read_more|talkmap|link_authors|docs_|commit|list_children/,
    'Lectern has no such feature.',
  ],
  [
    /theme|font|color|colour|appearance|day_night|skin|sass|design|typography|layout|border|radius/,
    'Lectern has its own design, with a light and a dark mode. You can set accent and typeface in site.yaml.',
  ],
  [
    /site_type|local_business_type|org_name|^identity\./,
    'Metadata about the owner is generated from the name, the role and the affiliation.',
  ],
  [
    /sharing|share|og_image|og_desc|teaser|twitter|facebook|seo\.|^social\./,
    'Link previews are generated from each page.',
  ],
  [/logo|favicon|icon/, 'The header shows the name of the site, and icons are built in.'],
  [/^params\.(talks|publications|projects|posts)\.|view/, 'The layout of lists has no settings.'],
  [/(^|\.)(privacy|debug|pro|schema|security|extensions)(\.|$)/, 'Configured the old theme.'],
  [/(^|\.)toc(\.|$)/, 'Long pages have a table of contents automatically.'],
  [/citations/, 'The site uses one citation style.'],
  [/cms|netlify|decap|admin/, 'Lectern has no editor in the browser. Edit the files instead.'],
];

/** Keys that only configured the old generator. */
const generatorKey =
  /^(baseurl|theme|themesdir|module|imports?|mounts|hugoversion|replacements|build|caches|imaging|security|outputs?|outputformats|mediatypes|mediatype|minify|sitemap|services|server|deployment|ignorefiles|ignorelogs|ignoreerrors|timeout|enable.*|disable.*|remove.*|preserve.*|rss.*|canonify.*|relative.*|ugly.*|frontmatter|params\.env|environment|build.*|staticdir|datadir|archetypedir|assetdir|layoutdir|resourcedir|publishdir|cleandestinationdir|log.*|verbose|debug|plural.*|metadata.*|newcontenteditor|privacy|refl.*|watch|include|exclude|keep_files|future|incremental|lsi|limit_posts|show_drafts|unpublished|plugins|plugin|whitelist|gems|compress_html|port|host|livereload|permalink|atom_feed|jekyll|liquid|source|destination|strict_front_matter|remote_theme|timezone|cascade|segments|page|pagination_path)(\.|$)/;

/** Returns why a key of the configuration, by its path in lower case, is not used. */
export function explainUnusedSetting(path: string): string {
  if (/^permalinks\b/.test(path))
    return 'Used to find the old addresses. New addresses follow from the folders.';
  if (generatorKey.test(path)) return 'Configured the old generator.';
  const shortPath = path.replace(/^params\.(hugoblox\.)?/, '');
  const match = settingReasons.find(([keys]) => keys.test(path) || keys.test(shortPath));
  return match?.[1] ?? 'Lectern has no such setting.';
}

const widgetReasons: readonly [RegExp, string][] = [
  [/^<!--/, 'Commented out.'],
  [
    /(^|\.)(widget|block|headless|active|weight|date|demo|type|title|draft|id|page_type|cms_exclude|schema|outputs|share)$/,
    'Positioned the part on the old page.',
  ],
  [
    /(^|\.)(design|advanced|background|header|overlay_\w+|css_class|css_style|icon|icon_pack|color|color_border|view|columns|show_\w+|spacing|company_logo|organization_logo|institution_logo|list_format|autolink|align|hero_media|banner|avatar|is_education_first|flip_alt_rows|style)(\.|$)/,
    'Lectern has its own design.',
  ],
  [/date_format|time_format/, 'The format of dates follows the language of the site.'],
  [/subtitle/, 'Parts of the home page have no subtitle.'],
  [/form|captcha|formspree|netlify/, 'Lectern has no contact form.'],
  [
    /filter|count|offset|order|sort|tag|category|taxonomy|folders|exclude|include|publication_type|buttons?\./,
    'Lists on the home page show the newest or the featured pages.',
  ],
  [/username|author/, 'The home page is always about the owner of the site.'],
  [/percent|level/, 'Percentages are not shown.'],
];

/** Returns why a key of a widget is not used. */
export function explainUnusedWidgetKey(key: string): string {
  return (
    widgetReasons.find(([keys]) => keys.test(key.toLowerCase()))?.[1] ??
    'This part of the home page cannot show it.'
  );
}
