/** A mail before it is laid out: what it says, and the one thing to do. */
export interface Letter {
  /** At most 70 characters are sure to be seen. */
  readonly subject: string;
  /** Paragraphs of plain text. */
  readonly paragraphs: readonly string[];
  /** Words of a person, set apart so that nobody takes them for ours. */
  readonly quote?: string | undefined;
  /** Label and figure, as lines of a ledger. */
  readonly figures?: readonly (readonly [label: string, figure: string])[] | undefined;
  readonly button?: { readonly label: string; readonly url: string } | undefined;
  /** What is said below, smaller. */
  readonly footer: string;
}

/** A mail as it is sent: the same words twice, once as text and once as HTML. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Makes text safe inside HTML, also between quotes. */
export function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (sign) => names[sign] ?? sign);
}

/** Lays a letter out. No pictures, no tracking: nothing is fetched when it is opened. */
export function renderLetter(letter: Letter): RenderedMail {
  return { subject: oneLine(letter.subject), text: asText(letter), html: asHtml(letter) };
}

// A line break in a subject would start a header of its own.
function oneLine(text: string): string {
  return text.replaceAll(/[\u0000-\u001f\u007f]+/g, ' ').trim();
}

function asText({ paragraphs, quote, figures = [], button, footer }: Letter): string {
  const blocks = [
    ...paragraphs,
    quote &&
      quote
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n'),
    figures.map(([label, figure]) => `${label}: ${figure}`).join('\n'),
    button && `${button.label}:\n${button.url}`,
    `-- \n${footer}`,
  ];
  return blocks.filter(Boolean).join('\n\n') + '\n';
}

const INK = '#14242f';
const SOFT = '#404f5a';
const ACCENT = '#074564';

function asHtml({ subject, paragraphs, quote, figures = [], button, footer }: Letter): string {
  const rows = figures
    .map(
      ([label, figure]) =>
        `<tr><td style="padding:6px 24px 6px 0;color:${SOFT}">${escapeHtml(label)}</td>` +
        `<td style="padding:6px 0;text-align:right;font-weight:600;white-space:nowrap">${escapeHtml(figure)}</td></tr>`,
    )
    .join('');
  const parts = [
    ...paragraphs.map((text) => `<p style="margin:0 0 16px">${lines(text)}</p>`),
    quote && `<p style="margin:0 0 16px;padding-left:16px;border-left:2px solid ${INK}">${lines(quote)}</p>`,
    rows && `<table role="presentation" style="margin:0 0 16px;border-collapse:collapse">${rows}</table>`,
    button &&
      `<p style="margin:24px 0"><a href="${escapeHtml(button.url)}" style="display:inline-block;padding:12px 20px;` +
        `background:${ACCENT};color:#fdfcf9;text-decoration:none;font-weight:600;border-radius:4px">` +
        `${escapeHtml(button.label)}</a></p>`,
    `<p style="margin:32px 0 0;padding-top:16px;border-top:1px solid #d9d6cf;font-size:14px;color:${SOFT}">${lines(footer)}</p>`,
  ];
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light">` +
    `<title>${escapeHtml(oneLine(subject))}</title></head>` +
    `<body style="margin:0;padding:32px 16px;background:#fdfcf9;color:${INK};font:16px/1.5 system-ui,sans-serif">` +
    `<div style="max-width:34em;margin:0 auto">${parts.filter(Boolean).join('')}</div></body></html>\n`
  );
}

function lines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}
