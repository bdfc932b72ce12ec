// Which MUC-4 documents tell of one incident, as their templates say: news of other wars, for training merging.

/** Descriptions that fit too many people to say that two documents speak of the same. */
const ANYBODY =
  /^(?:civilians?|peasants?|soldiers?|people|persons?|child(?:ren)?|wom[ae]n|m[ae]n|guerrillas?|police(?:m[ae]n)?|victims?|leaders?|others?|bodyguards?|students?|workers?|troops)$/iu

/** What a document's templates say of its incident; null where it has none, or several that are certainly not one. */
export function readIncident({ templates }) {
  const all = templates
    .filter(({ stage_of_execution: stage }) => stage?.[0]?.alts?.[0] !== 'THREATENED')
    .map((template) => describe(template))
  if (all.length === 0 || all.some((one) => compareIncidents(one, all[0]) === 'apart')) return null
  const union = (key) => new Set(all.flatMap((one) => [...one[key]]))
  return {
    days: union('days'),
    spans: all.flatMap(({ spans }) => spans),
    country: all[0].country,
    towns: union('towns'),
    names: union('names'),
    objects: union('objects'),
    people: union('people'),
  }
}

function describe({ derived, incident_location: location, hum_tgt_name, hum_tgt_description, phys_tgt_id }) {
  const dates = derived?.dates ?? []
  const path = [location?.[0]?.[0] ?? location?.[0] ?? []].flat()
  const places = path.map(({ name }) => name).filter(Boolean)
  return {
    days: new Set(dates.flatMap(({ on }) => on ?? [])),
    spans: dates.flatMap(({ on, from, to, on_or_before: before }) =>
      on ? [[on, on]] : from && to ? [[from, to]] : before ? [['0', before]] : [],
    ),
    country: places[0] ?? null,
    towns: new Set(places.slice(1)),
    names: wordsOf(hum_tgt_name),
    objects: wordsOf(phys_tgt_id),
    people: wordsOf(hum_tgt_description),
  }
}

function wordsOf(fills) {
  const strings = (fills ?? []).flatMap(({ alts }) => alts ?? []).filter((string) => !ANYBODY.test(string))
  return new Set(strings.flatMap((string) => string.split(/\W+/u)).filter((word) => word.length > 3))
}

/** 'same', 'apart', or null where the templates leave it open. */
export function compareIncidents(a, b) {
  const shareNames = meet(a.names, b.names)
  const shareTown = meet(a.towns, b.towns)
  const shareDay = meet(a.days, b.days)
  const overlap = a.spans.some(([from, to]) => b.spans.some(([start, end]) => from <= end && start <= to))
  if (a.country !== null && b.country !== null && a.country !== b.country) return 'apart'
  // Documents on one murder may disagree on its day.
  if (a.spans.length > 0 && b.spans.length > 0 && !overlap) return shareNames ? null : 'apart'
  if (shareNames && overlap) return 'same'
  if (shareDay && shareTown && (meet(a.objects, b.objects) || meet(a.people, b.people))) return 'same'
  if (a.names.size > 0 && b.names.size > 0 && !shareNames && !shareTown) return 'apart'
  return shareDay && a.towns.size > 0 && b.towns.size > 0 && !shareTown ? 'apart' : null
}

function meet(a, b) {
  return [...a].some((one) => b.has(one))
}
