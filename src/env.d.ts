/** KaTeX's style sheet in two halves: see styles/katex-fonts.ts. */
declare module 'katex/dist/katex.min.css?rare&url' {
  const address: string;
  export default address;
}
