import type { Root } from 'mdast';
import remarkMath from 'remark-math';
import type { Plugin } from 'unified';
import { dollarMath } from './dollar-math.ts';

/** remark-math whose single dollars follow Pandoc's rule; `$$…$$` is remark-math's own. */
export const remarkPandocMath: Plugin<[], Root> = function () {
  remarkMath.call(this as never, { singleDollarTextMath: false });
  this.data().micromarkExtensions?.push(dollarMath);
};
