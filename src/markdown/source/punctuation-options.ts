/** The options of remark-smartypants, for Astro too: two dashes are an en dash and three an em dash. */
export const smartPunctuation = { dashes: 'oldschool' } as const;
