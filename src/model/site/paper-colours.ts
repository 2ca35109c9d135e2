/** The values of `--paper` in `src/styles/tokens.css`. */
export const paperColours = { light: '#f9f5ed', dark: '#1a1714' } as const;
