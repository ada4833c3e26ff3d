import type { Report, ReportedCitation } from '../features/report/report.ts';
import { VERDICTS } from '../record/citeCheck.ts';
import { longDate } from '../text/isoDates.ts';

/** The report as a table for a spreadsheet: a row for each citation, with columns for a person's verdict, empty where there is none yet. */
export function reportCsv(reports: readonly Report[]): string {
  const head = ['draft', 'number', 'line', 'citation', 'sentence', 'paper', 'passage', 'findings', 'not looked at'];
  const rows = reports.flatMap((report) => [
    ...report.citations.map((row) => [
      report.name,
      String(row.number),
      row.place ?? String(row.line),
      row.words,
      row.sentence,
      papersText(row),
      row.papers.flatMap(({ passage }) => passage ?? []).join('\n\n'),
      row.findings.map(({ message, code }) => `${message} [${code}]`).join('\n'),
      row.notChecked ?? '',
      ...(row.check ? [row.check.verdict, row.check.by, row.check.note ?? '', row.check.on] : ['', '', '', '']),
    ]),
    ...report.otherFindings.map(({ line, place, message, code }) => [
      ...[report.name, '', place ?? String(line), '', '', '', '', `${message} [${code}]`],
      ...['', '', '', '', ''],
    ]),
  ]);
  const table = [[...head, 'verdict', 'initials', 'note', 'checked on'], ...rows];
  return table.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** A spreadsheet takes words that begin with = + - or @ for a formula: a blank before them keeps them words. */
function csvCell(words: string): string {
  const plain = /^[=+\-@\t\r]/.test(words) ? ` ${words}` : words;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

function papersText({ papers, answer }: ReportedCitation): string {
  if (papers.length === 0) return answer ?? '';
  return papers.map(({ name, details, statuses }) => [name, ...details, ...statuses].join(' · ')).join('\n');
}

/** The report for other programs. */
export function reportJson(reports: readonly Report[]): unknown {
  return { version: 1, reports };
}

/** The report as one page for reading, printing and signing. Nothing in it is alive, and it asks nothing of anybody. */
export function reportHtml(reports: readonly Report[]): string {
  const title = `Cite-check of ${reports.map(({ name }) => name).join(', ')}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${reports.map(reportSection).join('\n')}
</body>
</html>
`;
}

function reportSection(report: Report): string {
  return `<h1>Cite-check of ${html(report.name)}</h1>
<p>${html(report.summary)} The program found what stands under each citation. Whether a paper supports the sentence, a person says.</p>
<table>
<thead><tr><th>No.</th><th>In the draft</th><th>In the record</th><th>Found</th><th>Verdict</th></tr></thead>
<tbody>
${report.citations.map(citationRow).join('\n')}
</tbody>
</table>${otherFindings(report)}${toAttach(report)}
<p class="signature">Checked by <span></span> on <span></span></p>`;
}

function otherFindings({ otherFindings }: Report): string {
  if (otherFindings.length === 0) return '';
  const items = otherFindings.map(
    ({ line, place, severity, message }) =>
      `<li class="${severity}">${html(place === undefined ? `Line ${line}` : `On ${place}`)}: ${html(message)}</li>`,
  );
  return `\n<h2>Found where nothing is cited</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
}

function toAttach({ toAttach }: Report): string {
  if (toAttach.length === 0) return '';
  const rows = toAttach.map(({ name, title, pages, others, isCitedWhole }) => {
    const cited = [...pages, ...others, ...(isCitedWhole ? ['cited as a whole'] : [])].join(', ');
    return `<tr><td>${html(name)}</td><td>${html(title ?? '')}</td><td>${html(cited)}</td></tr>`;
  });
  return `\n<h2>Pages to attach</h2>
<table class="attach">
<thead><tr><th>Paper</th><th>Title</th><th>Cited of it</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function citationRow(row: ReportedCitation): string {
  const papers = row.papers.map(
    ({
      name,
      details,
      statuses,
      passage,
      notes,
    }) => `<p><b>${html(name)}</b>${details.map((one) => ` · ${html(one)}`).join('')}</p>
${[...statuses, ...notes.filter((note) => !row.notChecked?.includes(note))].map((one) => `<p class="note">${html(one)}</p>`).join('')}${passage === undefined ? '' : `<blockquote>${html(passage)}</blockquote>`}`,
  );
  const findings = row.findings.map(({ severity, message }) => `<p class="${severity}">${html(message)}</p>`);
  return `<tr><td>${row.number}<br><small>${html(row.place ?? `line ${row.line}`)}</small></td>
<td><p><b>${html(row.words)}</b></p><p>${html(row.sentence)}</p></td>
<td>${papers.length > 0 ? papers.join('') : `<p>${html(row.answer ?? '')}</p>`}</td>
<td>${findings.join('')}${row.notChecked === undefined ? '' : `<p class="note">Not looked at: ${html(row.notChecked)}</p>`}</td>
<td>${verdictCell(row)}</td></tr>`;
}

/** What a person may find, to tick by hand, or what one found; the program never fills it in. */
function verdictCell({ check }: ReportedCitation): string {
  const boxes = VERDICTS.map(
    (verdict) => `<p class="box">${check?.verdict === verdict ? '&#x2612;' : '&#x2610;'} ${verdict}</p>`,
  );
  if (!check) return `${boxes.join('')}<p class="box">Initials ______</p>`;
  const note = check.note === undefined ? '' : `<p class="box wide">${html(check.note)}</p>`;
  return `${boxes.join('')}<p class="box">${html(check.by)}, ${html(longDate(check.on))}</p>${note}`;
}

function html(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const STYLE = `
body { font: 10pt/1.35 Georgia, serif; margin: 2em; color: #111; background: #fff; }
h1 { font-size: 15pt; } h2 { font-size: 11pt; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #999; padding: 4px 6px; text-align: left; vertical-align: top; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
p { margin: 0 0 4px; }
td:nth-child(2) { width: 28%; } td:nth-child(3) { width: 38%; } td:nth-child(5) { white-space: nowrap; }
blockquote { margin: 4px 0 0 8px; padding-left: 8px; border-left: 2px solid #bbb; white-space: pre-wrap; font-size: 9pt; }
.note { color: #555; font-style: italic; } .error { color: #a00; font-weight: bold; } .warning { color: #850; font-weight: bold; }
.box { font-size: 9pt; } .wide { white-space: pre-wrap; max-width: 12em; } .signature { margin-top: 3em; } .signature span { display: inline-block; width: 16em; border-bottom: 1px solid #111; }
`;
