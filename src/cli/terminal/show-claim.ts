import type { Claim } from '../../model/claim.ts'
import type { Reading } from '../../model/reading.ts'
import type { When } from '../../model/when.ts'
import { cleanText } from './clean-text.ts'
import { asWords, describeBounds, describePlace, describeStance, describeWhen } from './describe-claim.ts'
import { layOutTable } from './lay-out-table.ts'
import { paint, type Screen } from './screen.ts'
import { wrapText } from './wrap-text.ts'

const WHERE_PREC = {
  1: 'exact place',
  2: 'within about 25 km',
  3: 'district',
  4: 'province',
  5: 'general area',
  6: 'country',
  7: 'international waters or airspace',
} as const
const DATE_PREC = {
  1: 'exact day',
  2: 'within two to six days',
  3: 'within a week',
  4: 'within a month',
  5: 'within a year or more',
} as const
const ANCHORS: Readonly<Record<When['anchor'], string>> = {
  publication: 'the publication date',
  dateline: "the dateline's date",
  post: "the live blog post's time",
  text: 'another date in the text',
  absolute: 'nothing: the text gives the full date',
}

/** Why a claim says what it says: its words in their place, each property and where it comes from, and each rule. */
export function showClaim(claim: Claim, { document }: Reading, screen: Screen): string[] {
  const { evidence, attribution } = claim
  const { sentence } = evidence
  const text = cleanText(document.text)
  const marked = `${text.slice(sentence.start, evidence.start)}[${text.slice(evidence.start, evidence.end)}]${text.slice(evidence.end, sentence.end)}`
  const rows = [
    [
      'claim',
      `${claim.id} (${claim.kind}, confidence ${claim.confidence.toFixed(2)}, ${claim.producer.name} ${claim.producer.version})`,
    ],
    ['document', `${document.sourceId ?? document.title ?? 'unnamed'} (${document.id})`],
    ['words', `"${evidence.exact}" at ${evidence.start} to ${evidence.end} of the document's text`],
    ...figureRows(claim),
    ...eventRows(claim),
    ...attributionRows(attribution),
    ...placeRows(claim),
    ...whenRows(claim),
    ['incident report', claim.incident ?? 'none'],
  ].map((row) => row.map((cell) => cleanText(cell).replace(/\s+/gu, ' ')))
  const traces = claim.trace.map((step) =>
    [step.rule, `"${step.quote}"`, step.reason].map((cell) => cleanText(cell).replace(/\s+/gu, ' ')),
  )
  return [
    ...wrapText(marked, screen.width),
    '',
    ...layOutTable(['property', 'value'], rows, screen),
    '',
    paint(screen, ['bold', 'underline'], 'Rules that led to it'),
    ...(traces.length === 0
      ? ['No rule left a trace.']
      : layOutTable(['rule', 'looked at', 'and found'], traces, screen)),
  ]
}

function figureRows({ figure }: Claim): string[][] {
  if (figure === null) return []
  const { measure, who, scope, subsetOf, period } = figure
  return [
    ['figure', `"${figure.asWritten}": ${describeBounds(figure)}`],
    ['measure', `${asWords(measure)}: ${who.map(asWords).join(', ')}`],
    [
      'scope',
      `${scope}${subsetOf === null ? '' : ` of ${subsetOf}`}${period === null ? '' : `, ${describeWhen(period)}`}`,
    ],
  ]
}

function eventRows({ event }: Claim): string[][] {
  if (event === null) return []
  return [['event', `${event.acled.subEvent}, ${event.acled.event} (ACLED); ${event.plover} (PLOVER)`]]
}

function attributionRows(attribution: Claim['attribution']): string[][] {
  const { claimant, cue, relay } = attribution
  const own = claimant.kind === 'outlet'
  return [
    ['who says so', own ? 'the outlet itself: nobody else is named for it' : `${claimant.name} (${claimant.kind})`],
    ...(claimant.role === null ? [] : [['role', claimant.role]]),
    ...(claimant.affiliation === null ? [] : [['speaks for', claimant.affiliation]]),
    ...(cue === null ? [] : [['attributed by', `"${cue}"`]]),
    ['stance', describeStance(attribution)],
    ...(relay.length === 0 ? [] : [['came by way of', relay.join(', then ')]]),
  ]
}

function placeRows({ place }: Claim): string[][] {
  if (place === null) return [['place', 'the text names none for it']]
  const { lat, lon, geonameId, admin1, wherePrec, geoPrecision } = place
  const resolved =
    lat === null || lon === null
      ? 'not found in the gazetteer, so it has no coordinates'
      : `${lat}, ${lon}${geonameId === null ? '' : `, GeoNames ${geonameId}`}${admin1 === null ? '' : `, ${admin1}`}`
  return [
    ['place', `"${place.asWritten}": ${describePlace(place)}`],
    ['resolved to', resolved],
    ...(wherePrec === null
      ? []
      : [
          [
            'place precision',
            `${WHERE_PREC[wherePrec]} (UCDP ${wherePrec}${geoPrecision === null ? '' : `, ACLED ${geoPrecision}`})`,
          ],
        ]),
  ]
}

function whenRows({ when }: Claim): string[][] {
  if (when === null) return [['date', 'the text gives none for it']]
  const { asWritten, anchor, datePrec, timePrecision } = when
  return [
    ['date', `${asWritten === null ? 'from context' : `"${asWritten}"`}: ${describeWhen(when)}`],
    ['counted from', ANCHORS[anchor]],
    ...(datePrec === null
      ? []
      : [
          [
            'date precision',
            `${DATE_PREC[datePrec]} (UCDP ${datePrec}${timePrecision === null ? '' : `, ACLED ${timePrecision}`})`,
          ],
        ]),
  ]
}
