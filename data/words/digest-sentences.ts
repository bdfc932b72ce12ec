// Every sentence of a digest that is about the digest itself and its material, and so cites no claim. Words in {braces} are
// numbers, days and names of places. A test holds each sentence of a digest to be one of these or to carry a citation.
export const ABOUT_SENTENCES = {
  caveat: 'Every number here is a documented minimum, not the toll.',
  claims:
    'Every sentence about an incident tells what a source claimed, and by whom; nothing is told that no claim says.',
  gaps: 'What no report told, or told in a language that is not covered, is missing here; that is no absence of deaths.',
  machine:
    'Incidents marked "not reviewed" were put together by a machine, and nobody has checked them; they must not be taken as verified.',
  'no-sum': 'Numbers of different incidents are nowhere added up.',
  public: 'Private persons go by their roles, facilities are left out, and the sources are listed without their words.',
  full: 'This digest holds names, facilities and the words of the sources; it is not meant for publication.',
  'none-reviewed':
    'No incident of the period has been reviewed by a person, so none is told; {count} proposed by the machine {were} left out.',
  'left-out': '{count} proposed by the machine and reviewed by nobody {were} left out.',
  'how-on':
    'To go on, review incidents and give them the status "reviewed", or take the proposals along, marked as such, with --unreviewed.',
  'none-told': 'No incident of the period is told.',
  nothing: 'The workspace holds no incident in this period and place; this is no evidence that nothing happened.',
  'development-rule':
    'Told here are incidents whose dates lie in the period, or touch it and span at most {days} days: the {harm} with the highest count that anybody claims, and of the others the {origins} with the most independent origins, two at least.',
  'order-rule':
    'They stand by the highest count of people killed that anybody claims, then of bodies found, of people killed or injured and of people injured, then by their independent origins.',
  standing:
    'Counts, grades and positions are those known as of the last capture, also where they were given after the period.',
  others: 'The rest of the period follows in a table: {count}.',
  'not-reviewed': 'Not reviewed: put together by a machine and checked by nobody.',
  reviewed: 'A person gave this incident the status "{status}".',
  'new-rule': 'An incident is new in the period when the first of its documents was captured in it.',
  'no-new': 'No incident was captured for the first time in the period.',
  'captured-later': '{count} of the period {were} captured for the first time after it.',
  'change-rule':
    'A change belongs to the period in which it could be known here, by the time of capture or of the decision; incidents of before the period are among them. A bound that is "open" has no number.',
  'no-change': 'No published value of an incident changed in the period.',
  'revision-rule': 'The second table is by the days on which claimants gave their counts, whenever they were captured.',
  'no-revision': 'No claimant revised a count in the period.',
  'dispute-rule':
    'A dispute is open where the grade is contested, a party denies it or several sides are held to have done it, the highest count is at least {times} times the lowest and {apart} apart, or a check of the record found something.',
  'no-dispute': 'No open dispute was found by these rules.',
  'total-rule':
    'Totals over time are counts over a battle, a siege or a war; they are never part of an incident, and incidents are not added to them.',
  'total-unreviewed': 'Series of totals are put together by a machine, and nobody has reviewed them.',
  'totals-left-out': 'Series of totals were left out for that reason.',
  'no-total': 'No total over time was given or captured in the period.',
  'days-without': 'On {days} of {all} days of the period no document of the workspace was published: {list}.',
  'no-days-without': 'On every day of the period some document of the workspace was published.',
  'no-unread': 'Every document received in the period could be read.',
  unread: '{count} received in the period could not be read: {list}.',
  language:
    '{count} of {all} in the period {were} in a language that is not covered ({share} %), and nothing was read from {them}: {list}.',
  'no-language': 'No document of the period was in a language that is not covered.',
  'one-origin-place': 'All that was told of these places in the period came from one origin each: {list}.',
  'one-origin-outlet': 'All that these outlets told of the incidents of the period came from one origin each: {list}.',
  'no-gap-table': 'No incident of the period lacked a date or a place or rested on one party alone.',
  'sources-rule':
    'Each source is one claim: who says it, who carried it, and the digest of the capture in which it stands.',
  'no-sources': 'No claim is cited.',
} as const
export type AboutSentence = keyof typeof ABOUT_SENTENCES
