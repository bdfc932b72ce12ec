/**
 * Bodies that bring aid, and common nouns for one, lower case: whoever works for them is an aid worker. Own list of the
 * bodies that English-language war reporting names.
 */

/** Names and acronyms, as their words follow each other in a text. */
export const AID_BODIES: readonly string[] = [
  'medecins sans frontieres',
  'médecins sans frontières',
  'msf',
  'doctors without borders',
  'red cross',
  'red crescent',
  'icrc',
  'ifrc',
  'prcs',
  'unrwa',
  'unicef',
  'unhcr',
  'world food programme',
  'world food program',
  'wfp',
  'w.h.o',
  'world health organization',
  'world health organisation',
  'save the children',
  'oxfam',
  'world central kitchen',
  'wck',
  'norwegian refugee council',
  'danish refugee council',
  'international rescue committee',
  'care international',
  'world vision',
  'action against hunger',
  'mercy corps',
  'caritas',
  'islamic relief',
  'international medical corps',
  'medical aid for palestinians',
  'handicap international',
  'humanity & inclusion',
  'relief international',
  'medair',
  'acted',
  'concern worldwide',
  'solidarites international',
  'médecins du monde',
  'medecins du monde',
  'doctors of the world',
  'halo trust',
  'white helmets',
  'catholic relief services',
  'terre des hommes',
  'sos children',
]

/** Common nouns for one: "the charity", "an aid agency", "the relief group". */
export const AID_NOUNS: readonly string[] = [
  'charity',
  'charities',
  'aid agency',
  'aid agencies',
  'aid group',
  'aid groups',
  'aid organisation',
  'aid organization',
  'relief agency',
  'relief group',
  'relief organisation',
  'relief organization',
  'humanitarian agency',
  'humanitarian group',
  'humanitarian organisation',
  'humanitarian organization',
  'refugee agency',
  'food agency',
  "children's agency",
]

/** Nouns for those who work for a body and that say nothing of what they do. */
export const STAFF_NOUNS: ReadonlySet<string> = new Set(
  'staff staffer staffers employee employees worker workers member members colleague colleagues volunteer volunteers personnel team'.split(
    ' ',
  ),
)
