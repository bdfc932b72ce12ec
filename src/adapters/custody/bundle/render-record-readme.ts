import { NAMES } from './bundle-files.ts'
import { RECORD_NAMES, type RecordManifest } from './record-files.ts'

/** Text for people: what an evidence bundle holds, what it shows and what it does not. */
export function renderRecordReadme(keyName: string, { isWhole, withheld, holdsRedacted }: RecordManifest): string {
  return `Evidence bundle, written by Cairn

It holds source pages with every name and place in them. It is not for publication.

exports/                    the record as tables and as a graph: what is claimed, by whom, with the words
${NAMES.archive}       the pages as they were received (WARC); any reader of web archives opens this whole file (WACZ)
${RECORD_NAMES.entries}    the lines of the custody log that name them, each with its proof (RFC 9162)
${NAMES.checkpoint}      the signed state of that log
${RECORD_NAMES.readings}            what was read in each page: its text, and every claim with its place in the text
${RECORD_NAMES.decisions}           what people decided about it
${RECORD_NAMES.manifest}                 which capture stands where in the archive

${
  isWhole
    ? 'It holds every capture and decision of the workspace it was made of: whoever imports it gets the same record.'
    : 'It holds a part of the workspace it was made of: whoever imports it gets the record that this part gives.'
}
${tellRedacted(withheld.length, holdsRedacted)}
Check it:   cairn verify FILE --key ${keyName}
Take it over into a workspace of your own:   cairn import FILE --key ${keyName}

Compare the key's name with the one that its owner has published by another way.

That everything holds shows that these bytes were in the log of that key. It does not show who holds the key, nor that a report is
true. Numbers are a documented minimum, not the toll.
`
}

function tellRedacted(withheld: number, holdsRedacted: boolean): string {
  if (holdsRedacted)
    return `
It holds words that were redacted in the record: in the pages and in what was read in them. Pass it on to nobody from whom
they are to be hidden.
`
  if (withheld === 0) return ''
  return `
Words were redacted in ${withheld} of the captures behind it. Their pages and what was read in them are not in it; ${RECORD_NAMES.manifest} names
them with their digests ("withheld"), and the lines of the log prove that they were received and read. exports/ tells their claims
without the words.
`
}
