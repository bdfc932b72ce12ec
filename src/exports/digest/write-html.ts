import { composeDigest } from './compose-digest.ts'
import type { DigestFacts, ToldClaim } from './digest-facts.ts'
import { about, type Block, type Part, type Sentence, type Table } from './digest-pages.ts'
import { DIGEST_STYLE } from './digest-style.ts'
import { numberSources } from './number-sources.ts'
import { linkOf, showControls, showInline } from './show-controls.ts'
import { wordSourceEntry } from './word-sources.ts'

/** Nothing is run and nothing is fetched, whatever stands in the page. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A digest as one HTML file without scripts, for screen and print: claims are cited as links to the list of sources. */
export function writeHtml(facts: DigestFacts): string {
  const pages = composeDigest(facts)
  const { sources, numberOf } = numberSources(pages)
  const write = (parts: readonly Part[]): string => parts.map((part) => writePart(part, numberOf)).join('')
  const title = pages.title.map((part) => (typeof part === 'string' ? part : 'foreign' in part ? part.foreign : ''))
  const sections = pages.sections.map(
    ({ heading, blocks }) =>
      `<section>\n<h2>${escapeHtml(heading)}</h2>\n${blocks.map((block) => writeBlock(block, write)).join('\n')}\n</section>`,
  )
  const list = sources.map((claim, i) => writeSource(claim, i + 1, write)).join('\n')
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(showControls(title.join('')))}</title>
<style>${DIGEST_STYLE}</style>
</head>
<body>
<main>
<h1>${write(pages.title)}</h1>
${sections.join('\n')}
<section>
<h2>Sources</h2>
<p>${writeSentence(about(sources.length === 0 ? 'no-sources' : 'sources-rule'), write)}</p>
${sources.length === 0 ? '' : `<ol class="sources">\n${list}\n</ol>`}
</section>
</main>
</body>
</html>
`
}

type Write = (parts: readonly Part[]) => string

function writeBlock(block: Block, write: Write): string {
  switch (block.kind) {
    case 'notice':
      return `<p class="notice" role="note">${writeSentences(block.sentences, write)}</p>`
    case 'paragraph':
      return `<p>${writeSentences(block.sentences, write)}</p>`
    case 'facts':
      return `<dl>\n${block.rows.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${write(value)}</dd>`).join('\n')}\n</dl>`
    case 'incident': {
      const mark = block.isReviewed ? '' : ' <span class="mark">not reviewed</span>'
      return `<article>\n<h3>${write(block.heading)}${mark}</h3>\n<div class="id">${escapeHtml(block.id)}</div>\n<p>${writeSentences(block.sentences, write)}</p>\n</article>`
    }
    case 'table':
      return writeTable(block, write)
  }
}

function writeTable({ caption, headings, rows }: Table, write: Write): string {
  const head = headings.map((heading) => `<th scope="col">${escapeHtml(heading)}</th>`).join('')
  const body = rows.map((row) => {
    const cells = row.map((cell, i) =>
      i === 0
        ? `<th scope="row">${write(cell)}</th>`
        : `<td data-of="${escapeHtml(headings[i] ?? '')}">${write(cell)}</td>`,
    )
    return `<tr>${cells.join('')}</tr>`
  })
  return `<div class="wide"><table>\n<caption>${escapeHtml(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table></div>`
}

function writeSentences(sentences: readonly Sentence[], write: Write): string {
  return sentences.map((sentence) => writeSentence(sentence, write)).join(' ')
}

function writeSentence({ kind, parts }: Sentence, write: Write): string {
  return `<span class="${kind}">${write(parts)}.</span>`
}

function writeSource(claim: ToldClaim, number: number, write: Write): string {
  const { claimId, captureId, digest, start, end, url, quote, context, language } = claim
  const lang = language === null ? '' : ` lang="${escapeHtml(language)}"`
  const [before = '', after = ''] = (context ?? []).map((part) => escapeHtml(showInline(part)))
  const words =
    quote === null
      ? ''
      : `\n<blockquote dir="auto"${lang}>${before}<mark>${escapeHtml(showInline(quote))}</mark>${after}</blockquote>`
  const trail = `claim ${claimId}, characters ${start} to ${end} of the text; capture ${captureId}, ${digest}`
  return `<li id="source-${number}"><span class="number">[${number}]</span> ${write(wordSourceEntry(claim))}.${words}
<span class="trail">${escapeHtml(trail)}</span>
<span class="trail">${writeAddress(url)}</span></li>`
}

function writeAddress(url: string | null): string {
  if (url === null) return 'no URL'
  const link = linkOf(url)
  const shown = `<bdi>${escapeHtml(showControls(url))}</bdi>`
  return link === null ? shown : `<a href="${escapeHtml(link)}" rel="noreferrer noopener nofollow">${shown}</a>`
}

function writePart(part: Part, numberOf: (claim: ToldClaim) => number): string {
  if (typeof part === 'string') return escapeHtml(part)
  if ('foreign' in part) {
    const lang = part.language === null ? '' : ` lang="${escapeHtml(part.language)}"`
    return `<bdi dir="auto"${lang}>${escapeHtml(showControls(part.foreign))}</bdi>`
  }
  const links = part.cites.map((claim) => {
    const number = numberOf(claim)
    return `<a class="cite" href="#source-${number}">[${number}]</a>`
  })
  return links.length === 0 ? '' : ` ${links.join('')}`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? '')
}
