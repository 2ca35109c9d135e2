/** Default values of old themes. */
const themeDefaults: readonly RegExp[] = [
  /^(nelson bighetti|吳恩達|your (name|sidebar name|name here)|name name|name|first last)$/i,
  /hugo academic theme|hugo blox builder|highly-customizable|wowchemy.*(website|theme)|^academic$/i,
  /^(website name|my site|academic kickstart|starter academic|your site title)$/i,
  /^(about me|description|a short description|short biography for the left-hand sidebar)\.?$/i,
  /^888 888 88 88$|^\(?650\)? ?723/,
  /^450 serra mall$|^enter building 1 and take the stairs/i,
  /^(monday 10:00 to 13:00|wednesday 09:00 to 10:00)$/i,
  /^test@example\.(org|com)$|^(your\.?name|none|name|mail|youremail|email)@(example\.(com|org)|.*\.edu)$/i,
  /^(georgecushen|getresearchdev|wowchemy|source_?themes|makeownable)$/i,
  /twitter\.com\/(georgecushen|wowchemy|getresearchdev)\/?$/i,
  /^(skype:)?echo123(\?call)?$|^@telegram$|^https?:\/\/(www\.)?(keybase\.io|calendly\.com|zoom\.com|discourse\.gohugo\.io|discord\.com)\/?$/i,
  /telegram\.me\/@telegram/i,
  /^https?:\/\/(www\.)?(example\.(com|org|net)|localhost)(\/|:|$)/i,
  /^https?:\/\/(academic-demo\.netlify|academicpages\.github|your_?username\.github|username\.github)/i,
  /yourorcidurl|user=PS_CX0AAAAAJ|^academicpages$|^(none|alex)@example\.(org|com)$/i,
  /simple, whitespace theme for academics|^powered by .*(jekyll|al-folio)|^albert einstein$/i,
  /^you can even add a little note about which|^<a href='#'>affiliations<\/a>/i,
  /^red brick university$|^mountain view, ca$|^earth$/i,
];

/** Returns whether a value is a default or a placeholder of the old theme. */
export function isThemeDefault(text: string | undefined): boolean {
  return text !== undefined && themeDefaults.some((pattern) => pattern.test(text.trim()));
}

export const themeDefaultReason = 'Default value of the old theme.';
