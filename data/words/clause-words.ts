/*
 * Words that tell where one clause ends and another begins. Lower case, own lists.
 */

/** Verbs of saying: a people phrase before one is its speaker, not a victim. */
export const REPORTING_VERBS: ReadonlySet<string> = new Set(
  `said says say told tells reported reports announced announces added adds stated states claimed claims confirmed
  confirms warned warns denied denies accused accuses blamed blames called calls acknowledged admitted insisted noted
  argued explained recalled believed believes estimates estimated thinks thought alleged alleges wrote writes tweeted posted
  shows showed revealed put puts`.split(/\s+/u),
)

/** Words between a whole and its part: the people after them are among those before. */
export const PART_MARKERS: ReadonlySet<string> = new Set(
  'including include includes included mostly mainly largely predominantly notably comprising incl especially'.split(
    ' ',
  ),
)
