import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTags } from '../../../src/markdown/shortcodes/shortcode-tags.ts';
import { countWork } from '../../helpers/process/count-work.ts';

describe('findTags', () => {
  it.each([
    ['{{< youtube abc >}}', 'youtube', ['abc'], {}],
    ['{{<youtube abc>}}', 'youtube', ['abc'], {}],
    ['{{% Callout note %}}', 'callout', ['note'], {}],
    ['{{< youtube id="a b" start=3 />}}', 'youtube', [], { id: 'a b', start: '3' }],
    [
      '{{< gdocs src = "https://d.example/x?a=1" >}}',
      'gdocs',
      [],
      { src: 'https://d.example/x?a=1' },
    ],
    ['{{< video https://v.example/x?a=1 >}}', 'video', ['https://v.example/x?a=1'], {}],
    ['{{< figure caption="x > y %}} \\"z\\"" >}}', 'figure', [], { caption: 'x > y %}} "z"' }],
    ['{{< figure caption=`a "b"` >}}', 'figure', [], { caption: 'a "b"' }],
    ['{{< a\n  B="c"\n>}}', 'a', [], { b: 'c' }],
    ['{{< blogdown/postref >}}', 'blogdown/postref', [], {}],
    ['{%- include x.html id="y" -%}', 'include', ['x.html'], { id: 'y' }],
  ])('reads %s', (source, name, args, namedArgs) => {
    const { tags } = findTags(`a ${source} b`);
    expect(tags).toEqual([
      { start: 2, end: 2 + source.length, source, name, closing: false, args, namedArgs },
    ]);
  });

  it.each([
    '{{< /callout >}}',
    '{{</callout>}}',
    '{{% /callout %}}',
    '{% endcallout %}',
    '{% /callout %}',
  ])('recognizes the closing tag %s', (source) => {
    expect(findTags(source).tags).toMatchObject([{ name: 'callout', closing: true }]);
  });

  it.each([
    '{{< youtube abc',
    '{{< "x" >}}',
    '{{ .Title }}',
    'a {{b}} c',
    '\\frac{{<}}{2}',
    '{{< a "b >}}',
  ])('finds no tag in %s', (text) => {
    expect(findTags(text)).toEqual({ tags: [], escaped: [] });
  });

  it('returns the text of an escaped tag', () => {
    const text = 'a {{</* youtube x */>}} and {{%/* ref "y" */%}}';
    expect(findTags(text)).toEqual({
      tags: [],
      escaped: [
        { start: 2, end: 23, shown: '{{< youtube x >}}' },
        { start: 28, end: 47, shown: '{{% ref "y" %}}' },
      ],
    });
  });

  it('reads any text, with its tags in order and without overlap', () => {
    const part = fc.constantFrom(
      '{{<',
      '{{%',
      '{%',
      '>}}',
      '%}}',
      '%}',
      '"',
      '`',
      '=',
      'a',
      ' ',
      '/',
      '*',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const tag of findTags(text).tags) {
          expect(tag.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(tag.start, tag.end)).toBe(tag.source);
          end = tag.end;
        }
      }),
    );
  });

  it.each(['{{< a ', '{{< a \\"', '{{< a `', '{{</* ', '{{< a b="', '{% a ', '"', '{{'])(
    'does twice the work for twice as many %j',
    async (opening) => {
      const [less, more] = [1000, 2000].map((times) => opening.repeat(times)) as [string, string];
      const work = (text: string) => countWork(() => findTags(text), { failuresToEnd: true });
      expect((await work(more)) / (await work(less))).toBeLessThan(2.5);
    },
  );
});
