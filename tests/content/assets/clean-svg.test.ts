import { describe, expect, test } from 'vitest';
import { cleanSvg } from '../../../src/content/assets/clean-svg.ts';

const wrap = (content: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${content}</svg>`;
const clean = (text: string) => {
  const { bytes, removed } = cleanSvg(Buffer.from(text));
  return { text: bytes.toString(), removed };
};

test.each([
  ['a script', '<script>x()</script>'],
  ['a script with CDATA', '<script><![CDATA[ if (a < b) x() ]]></script>'],
  ['a script of a host', '<script xlink:href="https://attack.example.net/x"/>'],
  ['a script with a prefix', '<h:script xmlns:h="http://www.w3.org/1999/xhtml">x()</h:script>'],
  ['nested elements of a script', '<script><g><script>x()</script></g></script>'],
  [
    'a frame',
    '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="/"></iframe></foreignObject>',
    '<foreignObject></foreignObject>',
  ],
  ['a handler', '<g onload="x()" id="a"/>', '<g id="a"/>'],
  ['a handler in upper case', '<g ONCLICK="x()">a</g>', '<g>a</g>'],
  ['a link', '<a xlink:href="javascript:x()">a</a>', '<a>a</a>'],
  ['a link with a reference', '<a href="java&#115;cript:x()">a</a>', '<a>a</a>'],
  ['a link with a tab', '<a href="java&#9;script:x()">a</a>', '<a>a</a>'],
  ['a link with data', '<a href="data:text/html,x">a</a>', '<a>a</a>'],
  ['use with data', '<use href="data:image/svg+xml,x"/>', '<use/>'],
  ['an animated link', '<a><animate attributeName="href" values="javascript:x()"/></a>', '<a></a>'],
  ['a set handler', '<g><set attributeName="onclick" to="x()"/></g>', '<g></g>'],
  [
    'an image of a host',
    '<image href="https://attack.example.net/x" width="1"/>',
    '<image width="1"/>',
  ],
  ['use of a host', '<use xlink:href="//attack.example.net/x#a"/>', '<use/>'],
  ['a fill of a host', '<rect fill="url(https://attack.example.net/x#a)" x="1"/>', '<rect x="1"/>'],
  ['a style of a host', '<rect style="fill: u\\72l(https://attack.example.net/x)"/>', '<rect/>'],
  [
    'an imported style',
    '<style>@import url("https://attack.example.net/x"); a { fill: red }</style>',
    '<style> a { fill: red }</style>',
  ],
  [
    'a font of a host',
    '<style>@font-face { src: url(https://attack.example.net/x) }</style>',
    '<style>@font-face { src: url() }</style>',
  ],
  [
    'an escaped style',
    '<style>a { fill: \\75rl(https://attack.example.net/x) }</style>',
    '<style></style>',
  ],
  [
    'an image in HTML',
    '<foreignObject><img src="https://attack.example.net/x"/></foreignObject>',
    '<foreignObject><img/></foreignObject>',
  ],
])('%s is removed', (_, content, expected = '') => {
  const { text, removed } = clean(wrap(content));
  expect(text).toBe(wrap(expected));
  expect(removed.length).toBeGreaterThan(0);
});

test.each([
  [
    'shapes and references',
    '<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use xlink:href="#a"/>',
  ],
  ['links', '<a href="https://example.org/" target="_top"><text>a</text></a>'],
  ['bitmaps', '<image xlink:href="data:image/png;base64,iVBORw0KGgo="/>'],
  ['drawings in a drawing', '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'],
  ['own styles', '<style>.a { fill: url(#a); font-family: "A" } /* https://example.org */</style>'],
  ['own files', '<image href="photo.jpg"/>'],
  ['animations', '<animate attributeName="r" from="1" to="2" dur="1s"/>'],
  ['HTML', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a<br/></p></foreignObject>'],
  [
    'metadata',
    '<metadata><cc:license xmlns:cc="x" rdf:resource="http://example.org/" /></metadata>',
  ],
  ['other characters', '<text>Größe ∑ &amp; \r\n &#10;</text>'],
])('%s stay byte for byte', (_, content) => {
  const bytes = Buffer.from(`<?xml version="1.0" encoding="utf-8"?>\r\n${wrap(content)}`);
  const result = cleanSvg(bytes);
  expect(result.removed).toEqual([]);
  expect(result.bytes).toBe(bytes);
});

test('the rest of the file stays unchanged, and each removal is reported with its place', () => {
  const start = '<?xml version="1.0"?>\n<!-- Größe -->\n';
  const source = `${start}${wrap("\n  <g id='a' >Größe</g>\n  <script>x()</script>\n", ' onload="x()"')}\n`;
  const { text, removed } = clean(source);
  expect(text).toBe(source.replace(' onload="x()"', '').replace('<script>x()</script>', ''));
  expect(removed).toEqual([
    { what: 'onload of <svg>', reason: 'runs a script', line: 3, column: 1 },
    { what: '<script>', reason: 'runs a script', line: 5, column: 3 },
  ]);
});

describe('a document type', () => {
  const doctype = (subset: string) =>
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [${subset}]>`;

  test('with names of namespaces, as Adobe Illustrator writes it, stays', () => {
    const source = `${doctype('<!ENTITY ns_svg "http://www.w3.org/2000/svg">')}<svg xmlns="&ns_svg;"><a href="x"/></svg>`;
    expect(clean(source)).toEqual({ text: source, removed: [] });
  });

  test('that hides markup is removed, with the references to it', () => {
    const source = `${doctype('<!ENTITY x "<script>x()</script>">')}${wrap('a&x;b')}`;
    expect(clean(source).text).toBe(wrap('ab'));
  });

  test('with default values of attributes is removed', () => {
    const source = `${doctype('<!ATTLIST svg onload CDATA "x()">')}${wrap('')}`;
    expect(clean(source).text).toBe(wrap(''));
  });
});

test('a style sheet that may be a program is removed', () => {
  const { text } = clean(`<?xml-stylesheet type="text/xsl" href="x.xsl"?>${wrap('')}`);
  expect(text).toBe(wrap(''));
});

test('a file in UTF-16 is cleaned', () => {
  const source = `\ufeff<?xml version="1.0" encoding="utf-16"?>${wrap('<script>x()</script>ß')}`;
  const { bytes } = cleanSvg(Buffer.from(source, 'utf16le'));
  expect(bytes.toString()).toBe(`<?xml version="1.0"?>${wrap('ß')}`);
});

test('a file that is not XML becomes an empty drawing if it may contain a script', () => {
  expect(clean('<svg><script>x()</svg>')).toEqual({
    text: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    removed: [{ what: 'the file', reason: 'is not well-formed XML', line: 1, column: 1 }],
  });
  expect(clean('<svg><g>').removed).toEqual([]);
});
