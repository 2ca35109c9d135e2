/** A code cell, or a code block with attributes. */
const block = /^([ \t]*)(`{3,})[ \t]*\{([^}\n]*)\}[ \t]*\n([\s\S]*?)^\1\2`*[ \t]*$/gm;

/** Languages that Quarto runs. */
const executed =
  /^(r|python|julia|ojs|bash|sh|sql|stan|rcpp|observable|webr|pyodide|webr-r|shinylive-python|shinylive-r)\b/i;

/** Returns whether a text has code cells, whose output is not in the text. */
export function hasCells(text: string): boolean {
  return [...text.matchAll(block)].some(([, , , info = '']) => executed.test(info));
}

/**
 * Replaces code cells with code blocks, without their options, and leaves out those that the page did not
 * show. Raw HTML becomes HTML; other raw formats are left out.
 */
export function convertCells(text: string, hidesCode: boolean): string {
  return text.replace(block, (_, indent: string, marks: string, info: string, code: string) => {
    const raw = /^=(\w+)/.exec(info)?.[1];
    if (raw !== undefined) return /^html5?$/.test(raw) ? code.trimEnd() : '';
    const options = [...code.matchAll(/^[ \t]*(?:#|\/\/|--|%%)\|[ \t]*([\w-]+):[ \t]*(.*)$/gm)];
    const option = (name: string) =>
      options.find(([, key]) => key === name)?.[2]?.trim() ??
      new RegExp(`\\b${name}\\s*=\\s*(\\w+)`).exec(info)?.[1]?.toLowerCase();
    const isHidden = option('include') === 'false' || option('echo') === 'false';
    const isCell = executed.test(info);
    if (isCell && (isHidden || (hidesCode && option('echo') !== 'true'))) return '';
    const language = isCell
      ? info.split(/[\s,]/)[0]
      : (/(?:^|\s)\.([\w+-]+)/.exec(info)?.[1] ?? info.split(/[\s,]/)[0]);
    const shown = code.replace(/^[ \t]*(?:#|\/\/|--|%%)\|.*\n/gm, '').replace(/^\n+/, '');
    const name = language === 'default' || language === 'cell-code' ? '' : (language ?? '');
    return `${indent}${marks}${name}\n${shown}${indent}${marks}`;
  });
}
