/** A line that opens or closes a code block, or a div of Pandoc. */
const fence = /^([ \t>]*)(`{3,}|~{3,})(.*)$/;
const div = /^([ \t]*):{3,}[ \t]*(.*?)[ \t]*:*[ \t]*$/;

const calloutKinds: Readonly<Record<string, string>> = {
  note: 'note',
  tip: 'tip',
  warning: 'warning',
  caution: 'warning',
  important: 'important',
};

/** The names of theorems and the like, by the start of their ids. */
const theorems: Readonly<Record<string, string>> = {
  ...{ thm: 'Theorem', lem: 'Lemma', cor: 'Corollary', prp: 'Proposition', cnj: 'Conjecture' },
  ...{ def: 'Definition', exm: 'Example', exr: 'Exercise', sol: 'Solution', rem: 'Remark' },
};

/** Calls `convert` with the parts of a text that are not code, and returns the whole text. */
export function mapOutsideCode(text: string, convert: (part: string) => string): string {
  const parts: { isCode: boolean; lines: string[] }[] = [{ isCode: false, lines: [] }];
  let open: string | undefined;
  for (const line of text.split('\n')) {
    const [, , marks] = fence.exec(line) ?? [];
    if (open === undefined && marks !== undefined) {
      open = marks;
      parts.push({ isCode: true, lines: [line] });
    } else if (open !== undefined && marks?.startsWith(open) && /^[ \t>]*[`~]+[ \t]*$/.test(line)) {
      open = undefined;
      parts.at(-1)!.lines.push(line);
      parts.push({ isCode: false, lines: [] });
    } else parts.at(-1)!.lines.push(line);
  }
  return parts
    .filter(({ lines }) => lines.length > 0)
    .map(({ isCode, lines }) => (isCode ? lines.join('\n') : convert(lines.join('\n'))))
    .join('\n');
}

/** A div that is open: what its end becomes, and whether its content is left out. */
interface OpenDiv {
  close: string;
  isHidden: boolean;
  /** A callout whose title is its first heading. */
  needsTitle?: string;
}

/**
 * Replaces the divs of Pandoc: callouts, theorems and notes of a speaker get the forms of Lectern; of others,
 * such as columns and margins, the content remains. Leaves code unchanged.
 */
export function convertDivs(text: string): string {
  const lines: string[] = [];
  const stack: OpenDiv[] = [];
  let code: string | undefined;
  for (const line of text.split('\n')) {
    const [, , marks] = fence.exec(line) ?? [];
    if (
      marks !== undefined &&
      (code === undefined || (marks.startsWith(code) && /[`~]\s*$/.test(line)))
    ) {
      code = code === undefined ? marks : undefined;
    }
    const isHidden = stack.some((one) => one.isHidden);
    const found = code === undefined && marks === undefined ? div.exec(line) : null;
    if (!found) {
      const waiting = stack.at(-1);
      if (waiting?.needsTitle !== undefined && line.trim() !== '') {
        const [, title] = /^\s*#{1,6}\s+(.*?)(?:\s*\{[^}]*\})?\s*$/.exec(line) ?? [];
        if (!isHidden) lines.push(openCallout(waiting.needsTitle, title));
        delete waiting.needsTitle;
        if (title !== undefined) continue;
      }
      if (!isHidden) lines.push(line);
      continue;
    }
    const attributes = found[2] ?? '';
    if (attributes === '') {
      const closed = stack.pop();
      if (closed && !isHidden && closed.close !== '') lines.push('', closed.close, '');
      else if (!isHidden) lines.push('');
      continue;
    }
    const { open, ...opened } = openDiv(attributes);
    stack.push(opened);
    if (!isHidden && !opened.isHidden) lines.push('', ...(open === '' ? [] : [open, '']));
  }
  return lines.join('\n').replace(/\n{3,}/g, '\n\n');
}

function openDiv(attributes: string): OpenDiv & { open: string } {
  const classes = [...attributes.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
  const [, id = ''] = /#([\w-]+)/.exec(attributes) ?? [];
  const [, title] = /\btitle="([^"]*)"/.exec(attributes) ?? [];
  const name = classes[0] ?? attributes;
  const [, kind = ''] =
    /^callout-(\w+)$/.exec(classes.find((one) => one.startsWith('callout-')) ?? '') ?? [];
  const callout = calloutKinds[kind];
  if (callout !== undefined) {
    const close = '{{< /callout >}}';
    return title === undefined
      ? { open: '', close, isHidden: false, needsTitle: callout }
      : { open: openCallout(callout, title), close, isHidden: false };
  }
  const isOther = /when-format="?(?:pdf|latex|docx|typst|beamer)/.test(attributes);
  const isUnlessHtml = /unless-format="?html/.test(attributes);
  const isVisible = classes.includes('content-visible');
  if (
    isVisible
      ? isOther || isUnlessHtml
      : classes.includes('content-hidden') && !isOther && !isUnlessHtml
  ) {
    return { open: '', close: '', isHidden: true };
  }
  if (classes.includes('notes')) {
    return { open: '{{< speaker_note >}}', close: '{{< /speaker_note >}}', isHidden: false };
  }
  if (/^(fragment|incremental)$/.test(name) && name === 'fragment') {
    return { open: '{{< fragment >}}', close: '{{< /fragment >}}', isHidden: false };
  }
  const theorem = theorems[/^(\w{3})-/.exec(id)?.[1] ?? ''];
  if (theorem !== undefined) {
    return {
      open: `**${theorem}**${id === '' ? '' : ` <a id="${id}"></a>`}`,
      close: '',
      isHidden: false,
    };
  }
  if (name === 'proof') return { open: '*Proof.*', close: '', isHidden: false };
  return { open: '', close: '', isHidden: false };
}

function openCallout(kind: string, title: string | undefined): string {
  const quoted = title === undefined ? '' : ` title="${title.replace(/(["\\])/g, '\\$1')}"`;
  return `\n{{< callout ${kind}${quoted} >}}\n`;
}
