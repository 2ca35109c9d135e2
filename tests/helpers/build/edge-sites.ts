import type { BuiltSite } from './build-site.ts';
import { buildSharedSite } from './shared-site.ts';

/** Builds a site of extreme contents, or one in Arabic with a single talk, once per test run. */
export function buildEdgeSite(name: keyof typeof edgeSites): Promise<BuiltSite> {
  return buildSharedSite(name, () => ({ files: edgeSites[name] }));
}

const longWord = 'Donaudampfschifffahrtsgesellschaft'.repeat(4).slice(0, 120);
const longTitle =
  'On the many ways in which a single quantity may be measured, of the errors that each of them makes, ' +
  'of those that they share and of those that they do not, with remarks on what follows for anyone who ' +
  'would rather know how wrong a number is than have one more digit of it, and with seven worked cases';
const authors = Array.from({ length: 40 }, (_, n) => `Author Number-${n + 1} of a Collaboration`);

const talks = {
  arabic: `title: قياس المعلومات في الشبكات العصبية العميقة
subtitle: مقدمة قصيرة لغير المتخصصين
authors: [فاطمة الزهراء, Ada Example]
event: مؤتمر القياس العربي
location: القاهرة، مصر
date: 2025-03-04T10:00:00Z
tags: [قياس, Measurement]
url_slides: https://example.org/slides.pdf
url_video: https://example.org/video
abstract: |
  كم معلومة تحفظها الشبكة عن بياناتها؟ نعرض تقديراً يعتمد على PAC-Bayes ونبيّن متى يكون
  الحدّ $I(W; S) \\le n \\log 2$ مفيداً.
---

## لماذا نقيس

نصٌّ عربي فيه كلمة English في وسطه.

- البند الأول
- البند الثاني

- [x] البند الأول
- [ ] البند الثاني

The second half of this text is in English, and stands on the left.
`,
  hebrew: `title: 'מדידת מידע: מה רשת זוכרת'
event: כנס המדידה
location: חיפה, ישראל
date: 2024-05-06
abstract: מה רשת זוכרת מן הנתונים, ומה היא שוכחת? נציג אומדן פשוט.
---
`,
  chinese: `title: 深度网络中的信息度量：什么被记住，什么被遗忘，以及为什么这一区别对泛化至关重要
event: 全国机器学习与信息论研讨会
location: 北京，中国
date: 2025-01-02
tags: [信息论]
abstract: 一个网络记住了多少训练数据？本报告介绍一种估计方法，并讨论它在何时有意义，何时没有意义。
---
`,
  japanese: `title: 深層ネットワークにおける情報量の測定について
event: 情報理論研究会
location: 京都
date: 2023-01-02
abstract: ネットワークは訓練データをどれだけ記憶しているのか。簡単な推定法を紹介し、その限界を論じる。
---
`,
  'long-title': `title: ${longTitle.slice(0, 300)}
event: ${longTitle.slice(0, 120)}
location: Room 12, Building of the Faculty of Measurement, University of Example, Graz, Austria
date: 2022-01-02
featured: true
summary: ${longTitle}
---
`,
  'long-word': `title: ${longWord}
event: ${longWord}
location: ${longWord}
date: 2021-01-02
tags: [${longWord}]
links:
  - name: ${longWord}
    url: https://example.org/${longWord}
abstract: ${longWord} https://example.org/${longWord}/${longWord}
---

## ${longWord}

See \`${longWord}\` and https://example.org/${longWord}.

| ${longWord} | Second |
| --- | --- |
| a | ${longWord} |

$$ \\sum_{i=1}^{n} x_i + y_i + z_i = \\int_0^1 f(t)\\,dt + \\int_0^1 g(t)\\,dt + \\int_0^1 h(t)\\,dt + C $$

Here $x_1 + x_2 + x_3 + x_4 + x_5 + x_6 + x_7 + x_8 + x_9 + x_{10} + x_{11} + x_{12} = 1$ stands in a line.
`,
  'many-authors': `title: A talk by forty
authors: [${authors.join(', ')}]
event: Collaboration Meeting
date: 2020-01-02
---
`,
  'nothing-else': `title: Only a title and a day
date: 2019-01-02
---
`,
  'many-deliveries': `title: Given again and again
deliveries:
${[1, 2, 3, 4, 5].map((n) => `  - event: Seminar ${n}\n    location: Room ${n}, ${longTitle.slice(0, 40 * n)}\n    date: 2026-0${n}-02T16:00:00Z\n    url_slides: https://example.org/${n}.pdf\n`).join('')}---
`,
};

export const edgeSites = {
  edges: Object.fromEntries(
    Object.entries(talks).map(([slug, text]) => [`content/talks/${slug}.md`, `---\n${text}`]),
  ),
  'arabic-site': {
    'content/site.yaml': `name: فاطمة الزهراء
role: أستاذة علم القياس
url: https://fatima.example
language: ar
timezone: Africa/Cairo
navigation:
  - name: محاضرات
    url: /talks/
links:
  - name: GitHub
    url: https://example.org/fatima
    icon: github
    icon_pack: fab
`,
    'content/about.md': 'أدرس كيف تقاس المعلومات، وأكتب بالعربية و English معاً.\n',
    'content/talks/only.md': `---\n${talks.arabic.replace('2025', '2026')}`,
  },
} satisfies Record<string, Record<string, string>>;
