import type { Group, Measure } from '../model/claim.ts'
import type { Incident, IncidentFigure } from '../model/incident.ts'
import type { IncidentRecord } from '../model/record.ts'
import { countryName } from './country-name.ts'
import { evidenceOfIncident } from './evidence-of.ts'
import { type ExportSet, selectRecords, summariseProvenance } from './export-set.ts'
import { nameActor, protectPlace, protectUrl } from './protect-record.ts'
import { type Cell, columnsOf, type Table } from './table.ts'

/** Harms with their attribute on #affected. `+killed`, `+injured`, `+abducted` and `+displaced` are HXL's, the others ours. */
const HARMS: readonly (readonly [measure: Measure, attribute: string])[] = [
  ['killed', 'killed'],
  ['injured', 'injured'],
  ['killed_or_injured', 'casualties'],
  ['missing', 'missing'],
  ['bodies_found', 'bodies'],
  ['abducted', 'abducted'],
  ['detained', 'detained'],
  ['displaced', 'displaced'],
  ['trapped', 'trapped'],
]
/** Groups counted apart within killed and injured: parts of the whole, never to be added to it. */
const PARTS: readonly (readonly [group: Group, attribute: string])[] = [
  ['children', 'children'],
  ['women', 'f'],
  ['men', 'm'],
  ['civilians', 'civilian'],
  ['combatants', 'combatant'],
]
const BOUNDS = ['min', 'max', 'best'] as const

interface TaggedColumn {
  readonly header: string
  readonly tag: string
  readonly integer: boolean
}

const FIXED: readonly (readonly [header: string, tag: string])[] = [
  ['Incident', '#event+code'],
  ['Label', '#event+name'],
  ['Event type', '#event+type'],
  ['Sub-event type', '#event+subtype'],
  ['From', '#date+occurred+start'],
  ['To', '#date+occurred+end'],
  ['Date precision (UCDP 1-5)', '#date+precision'],
  ['Country code', '#country+code+v_iso2'],
  ['Country', '#country+name'],
  ['Admin 1', '#adm1+name'],
  ['Place', '#loc+name'],
  ['Latitude', '#geo+lat'],
  ['Longitude', '#geo+lon'],
  ['Place precision (UCDP 1-7)', '#geo+precision'],
  ['Perpetrators named', '#group+name+perpetrator'],
]
const LAST: readonly (readonly [header: string, tag: string])[] = [
  ['Grade', '#status+grade'],
  ['Status', '#status+code'],
  ['Independent origins', '#meta+origins+num'],
  ['Documents', '#meta+documents+num'],
  ['Outlets', '#meta+source'],
  ['Links', '#meta+url+list'],
  ['Claims', '#meta+id+claims'],
  ['Captures', '#meta+id+captures'],
  ['Capture digests', '#meta+id+digests'],
  ['Provenance', '#meta+provenance'],
]
const NUMBERS: ReadonlySet<string> = new Set([
  '#date+precision',
  '#geo+precision',
  '#meta+origins+num',
  '#meta+documents+num',
])

const HARM_COLUMNS: readonly TaggedColumn[] = HARMS.flatMap(([measure, attribute]) => {
  const parts = measure === 'killed' || measure === 'injured' ? PARTS : []
  return [null, ...parts].flatMap((part) =>
    BOUNDS.map((bound) => ({
      header: `${measure.replaceAll('_', ' ')}${part === null ? '' : `, ${part[0]} only`}: ${bound}`,
      tag: `#affected+${attribute}${part === null ? '' : `+${part[1]}`}+${bound}`,
      integer: true,
    })),
  )
})
const COLUMNS: readonly TaggedColumn[] = [
  ...FIXED.map(([header, tag]) => ({ header, tag, integer: NUMBERS.has(tag) })),
  ...HARM_COLUMNS,
  ...LAST.map(([header, tag]) => ({ header, tag, integer: NUMBERS.has(tag) })),
]

/** The hashtag row: it stands below the header (HXL 1.1). */
export const HXL_TAGS: readonly string[] = COLUMNS.map(({ tag }) => tag)

/**
 * Incidents for humanitarian tools, one row each, with HXL hashtags (`HXL_TAGS`) for their columns.
 *
 * min and max are the smallest and largest bound that is claimed now, best the number of the policy asked for. The columns of a
 * group ("children only") count a part of the whole beside them, or a whole of its own where nobody counts more.
 */
export function exportHxl(set: ExportSet): Table {
  const provenance = summariseProvenance(set)
  const rows = selectRecords(set).map((record): Cell[] => [
    ...describeScene(record, set),
    ...describeHarms(record.incident),
    ...describeSources(record, set),
    provenance,
  ])
  const columns = columnsOf(
    COLUMNS.map(({ header, tag, integer }) => {
      const isDegree = tag === '#geo+lat' || tag === '#geo+lon'
      const isDay = tag.startsWith('#date+occurred')
      return [header, integer ? 'integer' : isDegree ? 'number' : isDay ? 'day' : 'text', tag]
    }),
  )
  return { name: 'hxl', columns, rows }
}

function describeScene({ incident, label, actors }: IncidentRecord, { level }: ExportSet): Cell[] {
  const { type, when } = incident
  const place = protectPlace(incident.place, level)
  const blamed = actors.filter(({ role, stance }) => role === 'perpetrator' && stance !== 'denied')
  const names = new Set(blamed.map((actor) => nameActor(actor, level)).filter((name) => name !== null))
  return [
    incident.id,
    label,
    type.event,
    type.subEvent,
    when?.start ?? null,
    when?.end ?? null,
    when?.datePrec ?? null,
    place?.country ?? null,
    countryName(place?.country ?? null),
    place?.admin1 ?? null,
    place?.name ?? place?.asWritten ?? null,
    place?.lat ?? null,
    place?.lon ?? null,
    place?.wherePrec ?? null,
    [...names].join('; '),
  ]
}

function describeHarms({ figures }: Incident): Cell[] {
  return HARMS.flatMap(([measure]) => {
    const own = figures.filter((figure) => figure.measure === measure)
    const parts = measure === 'killed' || measure === 'injured' ? PARTS : []
    const whole = own.find(({ scope }) => scope === 'incident')
    const byGroup = parts.map(([group]) => own.find(({ who }) => who.length === 1 && who[0] === group))
    return [whole, ...byGroup].flatMap((figure) => boundsOf(figure))
  })
}

function boundsOf(figure: IncidentFigure | undefined): Cell[] {
  return figure === undefined ? [null, null, null] : [figure.low, figure.high, figure.best]
}

function describeSources(record: IncidentRecord, { level, captures }: ExportSet): Cell[] {
  const { grade, status, origins, documents } = record.incident
  const evidence = evidenceOfIncident(record, captures)
  const distinct = (values: readonly (string | null)[]): string =>
    [...new Set(values.filter((value) => value !== null))].join(' | ')
  return [
    grade.value,
    status,
    origins.length,
    documents.length,
    distinct(documents.map(({ outlet }) => outlet)),
    distinct(documents.map(({ url }) => protectUrl(url, level))),
    evidence.claims.join(' | '),
    evidence.captures.join(' | '),
    evidence.digests.join(' | '),
  ]
}
