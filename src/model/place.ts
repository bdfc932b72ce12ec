/**
 * Where something happened (codebook, "Where and when").
 *
 * A place that cannot be resolved stays as written with null for the gazetteer's fields.
 */
export interface Place {
  readonly asWritten: string
  /** The gazetteer's main name, or null when not resolved. */
  readonly name: string | null
  /** GeoNames id; null for unresolved places and for entries the gazetteer has without one. */
  readonly geonameId: number | null
  /** WGS84 degrees. */
  readonly lat: number | null
  readonly lon: number | null
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  /** Name of the first-order division. */
  readonly admin1: string | null
  /** The facility as written ("maternity hospital"), hung on its settlement. */
  readonly facility: string | null
  /** UCDP where_prec: 1 exact, 2 within 25 km, 3 ADM2, 4 ADM1, 5 general area, 6 country, 7 international waters or airspace. */
  readonly wherePrec: 1 | 2 | 3 | 4 | 5 | 6 | 7 | null
  /** ACLED geo_precision: 1 town, 2 near or small area, 3 larger region. */
  readonly geoPrecision: 1 | 2 | 3 | null
}
