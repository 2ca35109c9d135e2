import { toHtaccess } from '../src/feeds/host/apache.ts';
import { toCaddyfile } from '../src/feeds/host/caddy.ts';
import { toNginxConfig } from '../src/feeds/host/nginx.ts';
import { toVercelJson } from '../src/feeds/host/vercel.ts';

/** The base path in the recipes, which readers replace with their own. */
const shownBase = '/~name';

/** The recipes of the document, with the languages of their code blocks. */
export const recipes = {
  apache: { language: 'apache', print: toHtaccess },
  nginx: { language: 'nginx', print: toNginxConfig },
  caddy: { language: 'caddyfile', print: toCaddyfile },
  vercel: { language: 'json', print: toVercelJson },
};

export type RecipeName = keyof typeof recipes;

/** Writes the recipes for servers into `docs/hosting.md`, each between two comments with its name. */
export function printRecipes(document: string): string {
  return Object.entries(recipes).reduce(
    (text, [name, { language, print }]) =>
      text.replace(
        createBlockPattern(name),
        (_, start: string, __, end: string) =>
          `${start}\`\`\`${language}\n${print(shownBase)}\`\`\`${end}`,
      ),
    document,
  );
}

/**
 * Returns a recipe of the document after the replacement that the document asks for.
 * @param base The base path of the site: `/` or `/sub`.
 */
export function readRecipe(document: string, name: RecipeName, base: string): string {
  const [, , recipe] = createBlockPattern(name).exec(document) ?? [];
  if (recipe === undefined) throw new Error(`docs/hosting.md has no recipe for ${name}.`);
  return recipe.replaceAll(shownBase, base.replace(/\/+$/, ''));
}

function createBlockPattern(name: string): RegExp {
  return new RegExp(
    `(<!-- ${name} -->\\n\\n)\`\`\`\\w+\\n([\\s\\S]*?)\`\`\`(\\n\\n<!-- /${name} -->)`,
  );
}
