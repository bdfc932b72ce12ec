import { composeDigest } from './compose-digest.ts'
import type { DigestFacts, ToldClaim } from './digest-facts.ts'
import { about, type Block, type Part, type Sentence } from './digest-pages.ts'
import { numberSources } from './number-sources.ts'
import { linkOf, showControls } from './show-controls.ts'
import { wordSourceEntry } from './word-sources.ts'

/** What has a meaning in Markdown or in the HTML within it. At the beginning of a line nothing from outside ever stands. */
const ACTIVE = /[\\`*_{}[\]<>#|~&$@^]/gu
/** Places where a bare address would become a link. */
const AUTOLINK = /(?<=www)\.|:(?=\/\/)/giu
const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u
const ISOLATE = '\u2068'
const END_ISOLATE = '\u2069'

/** A digest as Markdown (CommonMark with tables): one line a paragraph, claims cited as [1], the sources at the end. */
export function writeMarkdown(facts: DigestFacts): string {
  const pages = composeDigest(facts)
  const { sources, numberOf } = numberSources(pages)
  const write = (parts: readonly Part[]): string => writeParts(parts, numberOf)
  const lines = [
    `# ${write(pages.title)}`,
    ...pages.sections.flatMap(({ heading, blocks }) => [
      `## ${heading}`,
      ...blocks.map((block) => writeBlock(block, write)),
    ]),
    '## Sources',
    writeSentence(about(sources.length === 0 ? 'no-sources' : 'sources-rule'), write),
    ...sources.map((claim, i) => writeSource(claim, i + 1, write)),
  ]
  return `${lines.join('\n\n')}\n`
}

type Write = (parts: readonly Part[]) => string

function writeBlock(block: Block, write: Write): string {
  switch (block.kind) {
    case 'notice':
      return `> ${block.sentences.map((sentence) => writeSentence(sentence, write)).join(' ')}`
    case 'paragraph':
      return block.sentences.map((sentence) => writeSentence(sentence, write)).join(' ')
    case 'facts':
      return block.rows.map(([name, value]) => `- ${name}: ${write(value)}`).join('\n')
    case 'incident': {
      const mark = block.isReviewed ? '' : ' (not reviewed)'
      const text = block.sentences.map((sentence) => writeSentence(sentence, write)).join(' ')
      return `### ${write(block.heading)}${mark}\n\nIncident ${escapeMarkdown(block.id)}. ${text}`
    }
    case 'table':
      return [
        `Table: ${block.caption}`,
        '',
        writeRow(block.headings),
        writeRow(block.headings.map(() => '---')),
        ...block.rows.map((row) => writeRow(row.map((cell) => write(cell).trim()))),
      ].join('\n')
  }
}

function writeRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function writeSentence({ parts }: Sentence, write: Write): string {
  return `${write(parts)}.`
}

function writeSource(claim: ToldClaim, number: number, write: Write): string {
  const { claimId, captureId, digest, start, end, url, quote, context, language } = claim
  const link = linkOf(url)
  const address =
    link === null
      ? url === null
        ? 'no URL'
        : escapeMarkdown(showControls(url))
      : `<${link.replace(/[<>|]/gu, encodeURIComponent)}>`
  const sentence = context === null ? [] : [`${context[0]}${quote ?? ''}${context[1]}`]
  const said = quote === null ? [] : [quote, ...sentence].map((text) => `"${write([{ foreign: text, language }])}"`)
  const words = said.length === 0 ? '' : `\n  - words: ${said.join(', in the sentence ')}`
  return [
    `- [${number}] ${write(wordSourceEntry(claim))}`,
    `  - claim ${escapeMarkdown(claimId)}, characters ${start} to ${end} of the text; capture ${escapeMarkdown(captureId)}, ${escapeMarkdown(digest)}`,
    `  - ${address}${words}`,
  ].join('\n')
}

function writeParts(parts: readonly Part[], numberOf: (claim: ToldClaim) => number): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part.replaceAll('|', '\\|').replaceAll('>', '\\>')
      if ('foreign' in part) return isolate(escapeMarkdown(showControls(part.foreign)))
      return part.cites.length === 0 ? '' : ` ${part.cites.map((claim) => `[${numberOf(claim)}]`).join('')}`
    })
    .join('')
}

/** Text that Markdown shows as it is. */
function escapeMarkdown(text: string): string {
  return text.replace(ACTIVE, '\\$&').replace(AUTOLINK, '\\$&')
}

/** Text with right-to-left letters does not order what stands beside it. */
function isolate(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `${ISOLATE}${text}${END_ISOLATE}` : text
}
