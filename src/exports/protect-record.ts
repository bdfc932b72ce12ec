import { ACLED_INTER } from '../../data/words/export-columns.ts'
import { SOCIAL_HOSTS } from '../../data/words/social-hosts.ts'
import type { RecordChange } from '../model/incident.ts'
import type { Place } from '../model/place.ts'
import type { Actor } from '../model/reading.ts'
import type { IncidentRecord, RecordClaim } from '../model/record.ts'
import type { ExportLevel } from './export-set.ts'

/** One decimal of a degree: about 11 km. */
const PUBLIC_DECIMALS = 1
/** UCDP and ACLED codes of a place that is known to about 25 km. */
const GENERAL_WHERE_PREC = 2
const GENERAL_GEO_PRECISION = 2

/**
 * A place as it may leave: at the public level without its facility, to a tenth of a degree, and with precision codes
 * that say so. Coarser places stay as they are.
 */
export function protectPlace(place: Place | null, level: ExportLevel): Place | null {
  if (place === null || level === 'full') return place
  const { wherePrec, geoPrecision } = place
  return {
    ...place,
    asWritten: place.name ?? place.asWritten,
    facility: null,
    lat: generalise(place.lat),
    lon: generalise(place.lon),
    wherePrec: wherePrec === 1 ? GENERAL_WHERE_PREC : wherePrec,
    geoPrecision: geoPrecision === 1 ? GENERAL_GEO_PRECISION : geoPrecision,
  }
}

function generalise(degrees: number | null): number | null {
  return degrees === null ? null : Number(degrees.toFixed(PUBLIC_DECIMALS))
}

/**
 * A claimant as it may leave. At the public level a person goes by role, else by whom they speak for; an office and a voice
 * without a name go by the words of the text, since the record may know who holds the office or who quoted the voice.
 * Organisations and outlets keep their names.
 */
export function protectClaimant(
  { claim, claimant }: Pick<RecordClaim, 'claim' | 'claimant'>,
  level: ExportLevel,
): string {
  const { kind, name, role, affiliation } = claim.attribution.claimant
  if (level === 'full' || kind === 'organisation' || kind === 'outlet') return claimant
  if (kind === 'office' || kind === 'unnamed') return name
  return role ?? (affiliation === null ? 'a person' : `a person of ${affiliation}`)
}

/** The grade's rules: at the public level without the names they found. */
export function protectRules({ incident }: IncidentRecord, level: ExportLevel): string[] {
  return incident.grade.rules.map((rule) => (level === 'full' ? rule : (rule.split(':')[0] ?? rule)))
}

/** Kinds of actor that are bodies and not people: only these leave by name. */
const BODIES: ReadonlySet<string> = new Set([
  'State forces',
  'Rebel group',
  'Political militia',
  'Identity militia',
  'External/Other forces',
])

/** Words for one member of a force: what stands beside them may be that person's name. */
const ONE_MEMBER =
  /\b(?:soldier|officer|policem[ae]n|policewom[ae]n|fighter|gunman|militant|recruit|conscript|sniper|pilot|commander|colonel|captain|lieutenant|sergeant|corporal)\b/iu

/**
 * An actor's name as it may leave: of a force or armed group its name, of civilians, protesters and rioters the kind; null for
 * words that name no kind of actor (a thing that was hit). At the public level a single member goes by the kind of the force.
 */
export function nameActor({ kind, name }: Actor, level: ExportLevel): string | null {
  if (!ACLED_INTER.has(kind)) return null
  if (!BODIES.has(kind)) return kind
  return level === 'public' && ONE_MEMBER.test(name) ? kind : name
}

/**
 * The address of a document as it may leave. At the public level: addresses of published pages, which are the citation, without
 * user names and secrets in them; of a post on a social network the site alone; null for what is no page (a file of the
 * collector's).
 */
export function protectUrl(url: string | null, level: ExportLevel): string | null {
  if (url === null || level === 'full') return url
  if (!URL.canParse(url)) return null
  const { protocol, hostname, origin, pathname, search } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return null
  const labels = hostname.split('.')
  const isSocial = labels.some((_, i) => SOCIAL_HOSTS.has(labels.slice(i).join('.')))
  return isSocial ? `${origin}/` : `${origin}${pathname}${search}`
}

/** Ids of the rules that change a value; whatever else changed it is a person. */
const RULE = /^(?:record|policy|grade)\/[a-z-]+$/u

/** The history: at the public level without notes, and without who decided and why. */
export function protectHistory({ incident, decisions }: IncidentRecord, level: ExportLevel): readonly RecordChange[] {
  if (level === 'full') return incident.history
  const decided = new Set(decisions.map(({ decision }) => decision.id))
  return incident.history
    .filter(({ field }) => field !== 'notes')
    .map((change) =>
      decided.has(change.cause ?? '') || !RULE.test(change.by)
        ? { ...change, by: 'a person', reason: 'decision' }
        : change,
    )
}
