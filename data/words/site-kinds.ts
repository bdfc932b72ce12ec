/**
 * Words for built sites by what kind of site they name, so that a mall and a shopping centre, or a railway station and the
 * platform, can be known as one site. In the form of src/4-incidents/merge/read-words.ts (lower case, no plural). Own list.
 */
const KINDS: Readonly<Record<string, string>> = {
  hospital: 'hospital clinic maternity ward',
  school: 'school kindergarten nursery',
  university: 'university college academy',
  market: 'market marketplace bazaar souk',
  shop: 'shop supermarket mall shopping',
  worship: 'mosque church cathedral monastery synagogue temple shrine',
  stage: 'theatre theater cinema',
  station: 'station platform railway train',
  works: 'plant factory refinery steelwork mill',
  store: 'depot warehouse hangar silo',
  camp: 'camp shelter',
  airfield: 'airport airfield airbase',
  base: 'base barrack garrison outpost',
  prison: 'prison jail penitentiary',
  bridge: 'bridge',
  dam: 'dam reservoir',
  home: 'apartment residential dormitory flat storey tower',
  hotel: 'hotel guesthouse',
  table: 'restaurant cafe bakery nightclub bar',
  hall: 'funeral wedding',
  cellar: 'basement cellar bunker',
  road: 'checkpoint convoy bus minibus crossing',
  office: 'headquarter embassy consulate courthouse ministry',
  graves: 'cemetery morgue',
  play: 'stadium park playground beach',
}

/** Kind of site by word. */
export const SITE_KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries(KINDS).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
)
