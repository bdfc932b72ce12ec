/** The 31 columns of ACLED's event data, in its order (ACLED codebook, Table 1; research/field.md 2.6). */
export const ACLED_COLUMNS: readonly string[] =
  'event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes fatalities tags timestamp'.split(
    ' ',
  )

/** The 49 columns of UCDP's georeferenced event dataset, in its order (research/field.md 2.7). */
export const UCDP_COLUMNS: readonly string[] =
  'id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob'.split(
    ' ',
  )

/** ACLED's kinds of actor, its `inter` codes as text. Other kinds leave the field empty. */
export const ACLED_INTER: ReadonlySet<string> = new Set([
  'State forces',
  'Rebel group',
  'Political militia',
  'Identity militia',
  'Rioters',
  'Protesters',
  'Civilians',
  'External/Other forces',
])
