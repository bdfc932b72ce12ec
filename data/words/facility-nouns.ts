/**
 * Nouns for built sites that hang on a settlement ("a maternity hospital", "Busra Square"): the last word of the
 * facility's name. Own list.
 */
export const FACILITY_NOUNS: ReadonlySet<string> = new Set(
  `hospital hospitals clinic school schools kindergarten nursery college university academy orphanage dormitory market
  marketplace bazaar souk shop supermarket mall mosque church cathedral monastery synagogue temple shrine theatre theater
  cinema station plant factory refinery depot warehouse camp camps checkpoint crossing airport airfield airbase base
  barracks garrison prison jail courthouse bridge dam tunnel apartment block building tower hotel restaurant
  cafe café bakery pharmacy port harbour harbor pier mine quarry silo elevator square roundabout street road highway
  avenue boulevard alley junction intersection park stadium cemetery museum library embassy consulate headquarters
  compound shelter basement house home farm farms field substation terminal wedding funeral office offices
  complex outpost gate steelworks mill`.split(/\s+/u),
)

/** Facility nouns that are ways: a name before them is the name of the way. */
export const WAY_NOUNS: ReadonlySet<string> = new Set(
  `street st road rd avenue ave boulevard blvd lane drive highway hwy parkway pkwy square plaza bridge creek way court
  expressway freeway turnpike route interstate motorway roundabout crossing tunnel pike trail terrace`.split(/\s+/u),
)
