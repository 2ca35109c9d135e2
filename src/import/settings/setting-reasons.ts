/** Why keys of the configuration stand nowhere, by the families they belong to; the first one counts. */
const families: readonly [RegExp, string][] = [
  [
    /^(collections|defaults)\.|taxonom|category_archive|tag_archive|archive/,
    'What is a talk, a paper or a tag follows from the folders of content/.',
  ],
  [
    /analytics|tag_manager|tongji|plausible|fathom|pirsch|clarity|facebook_pixel|(^|\.)umami/,
    "Lectern's pages send nothing to others: nobody counts their visitors.",
  ],
  [
    /verification|alexa/,
    'Prove to search engines at the host, or by a file in public/, that the site is yours.',
  ],
  [
    /comment|disqus|staticman|giscus|utterances|remark42|isso/,
    "Lectern's pages have no comments: they ask no other host for anything.",
  ],
  [/privacy_pack|cookie/, 'There are no cookies to consent to.'],
  [/(^|\.)(search|algolia|docsearch)(\.|$)/, 'Search is part of Lectern and has no settings.'],
  [
    /(^|\.)(map|map_api_key|latitude|longitude|coordinates|zoom|google_maps?)(\.|$)/,
    'No map is shown, since it would be fetched from another host.',
  ],
  [
    /date_?format|time_?format|address_?formats?|publications\.date|locale\.|words_per_minute/,
    'Dates and places are written as the language of the site writes them.',
  ],
  [
    /^languages\.|contentdir$|languagecode$|languagename$|hascjk|contentlanguage|title_case/,
    "Lectern's pages are in one language, the default one of the old site.",
  ],
  [
    /office_hours|appointment|directions|contact|(^|\.)(phone|address|email|skype|telegram|keybase|discussion)(\.|$)/,
    'The old home page has no contact widget that shows it.',
  ],
  [/copyright|license/, 'The foot of the pages has no notice of rights.'],
  [
    /menu|navbar|(^|\.)(header|footer)(\.|$)|align|title_separator/,
    'Head and foot of the pages are part of the design.',
  ],
  [
    /publication_types?|publication_categor|citation_style|publication_format|_view$|abstract_length|summarylength|paginat|pagersize/,
    'Lectern lists pages in its own way.',
  ],
  [
    /highlight|math|diagram|mermaid|emoji|markup|blackfriday|goldmark|kramdown|markdown|rouge|footnote|encoding|excerpt_separator/,
    'Markdown, formulas and code are set without settings.',
  ],
  [
    /plugins_js|custom_js|custom_css|(^|\.)(js|css|scripts?|head_scripts|footer_scripts|hooks)(\.|$)/,
    'Scripts and styles of the old theme have nothing to act on here.',
  ],
  [
    /avatar|gravatar/,
    'Portraits are the files that lie beside a person, shown in the shape they have.',
  ],
  [
    /reading_time|pager|show_related|related|edit_page|repository|repo_|breadcrumb|read_more|talkmap|link_authors|docs_|commit|list_children/,
    "Lectern's pages have no such part.",
  ],
  [
    /theme|font|color|colour|appearance|day_night|skin|sass|design|typography|layout|border|radius/,
    'Lectern has a design of its own, by day and by night: accent and typeface in site.yaml are its settings.',
  ],
  [
    /site_type|local_business_type|org_name|^identity\./,
    'What machines read of the owner follows from the name, the role and the affiliation.',
  ],
  [
    /sharing|share|og_image|og_desc|teaser|twitter|facebook|seo\.|^social\./,
    'What a shared link shows is made from each page.',
  ],
  [/logo|favicon|icon/, 'The head of the pages is the name, and icons are part of Lectern.'],
  [/^params\.(talks|publications|projects|posts)\.|view/, 'Lectern lists pages in its own way.'],
  [/(^|\.)(privacy|debug|pro|schema|security|extensions)(\.|$)/, 'It set up the old theme.'],
  [/(^|\.)toc(\.|$)/, 'Long texts have a table of contents of themselves.'],
  [/citations/, 'References are written in the one style of the site.'],
  [/cms|netlify|decap|admin/, 'Lectern has no editor in the browser: you edit the files.'],
];

/** Keys that set the generator, which is gone with it. */
const ofGenerator =
  /^(baseurl|theme|themesdir|module|imports?|mounts|hugoversion|replacements|build|caches|imaging|security|outputs?|outputformats|mediatypes|mediatype|minify|sitemap|services|server|deployment|ignorefiles|ignorelogs|ignoreerrors|timeout|enable.*|disable.*|remove.*|preserve.*|rss.*|canonify.*|relative.*|ugly.*|frontmatter|params\.env|environment|build.*|staticdir|datadir|archetypedir|assetdir|layoutdir|resourcedir|publishdir|cleandestinationdir|log.*|verbose|debug|plural.*|metadata.*|newcontenteditor|privacy|refl.*|watch|include|exclude|keep_files|future|incremental|lsi|limit_posts|show_drafts|unpublished|plugins|plugin|whitelist|gems|compress_html|port|host|livereload|permalink|atom_feed|jekyll|liquid|source|destination|strict_front_matter|remote_theme|timezone|cascade|segments|page|pagination_path)(\.|$)/;

/** Why a key of the configuration, by its path in lower case, stands nowhere. */
export function reasonForSetting(path: string): string {
  if (/^permalinks\b/.test(path))
    return 'Old addresses are computed by it; new ones follow from the folders.';
  if (ofGenerator.test(path)) return 'It set up the old generator.';
  const short = path.replace(/^params\.(hugoblox\.)?/, '');
  const family = families.find(([keys]) => keys.test(path) || keys.test(short));
  return family?.[1] ?? 'Lectern has nothing of this kind.';
}

const ofWidgets: readonly [RegExp, string][] = [
  [/^<!--/, 'It is in a comment.'],
  [
    /(^|\.)(widget|block|headless|active|weight|date|demo|type|title|draft|id|page_type|cms_exclude|schema|outputs|share)$/,
    'It placed the part on the old page.',
  ],
  [
    /(^|\.)(design|advanced|background|header|overlay_\w+|css_class|css_style|icon|icon_pack|color|color_border|view|columns|show_\w+|spacing|company_logo|organization_logo|institution_logo|list_format|autolink|align|hero_media|banner|avatar|is_education_first|flip_alt_rows|style)(\.|$)/,
    'Lectern has a design of its own.',
  ],
  [/date_format|time_format/, 'Dates are written as the language of the site writes them.'],
  [/subtitle/, 'Parts of the home page have one title.'],
  [/form|captcha|formspree|netlify/, 'There is no form: visitors write from their own mail.'],
  [
    /filter|count|offset|order|sort|tag|category|taxonomy|folders|exclude|include|publication_type|buttons?\./,
    'Lists on the home page show what is newest, or what is featured.',
  ],
  [/username|author/, 'The home page is that of the owner.'],
  [/percent|level/, 'A share in per cent is not shown.'],
];

/** Why a key of a widget stands nowhere. */
export function reasonForWidgetKey(key: string): string {
  return (
    ofWidgets.find(([keys]) => keys.test(key.toLowerCase()))?.[1] ??
    'This part of the home page has no place for it.'
  );
}
