/** "[2]", "[a]", "[note 4]", "[12, 14–16]", "[citation needed]". */
const NOTE_MARK = /\[(?:\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*|\p{Ll}|(?:note|nb|n|fn)\.?\s?\d{1,3}|citation needed|sic)\]/uy
/** What follows a number that a quoting outlet put in brackets into the words of another: "we lost [4] of our men". */
const COUNTED = /\s+(?:of|people|persons|civilians|men|women|children|soldiers|others|more)\b/uy
const SPACE = ' '

/**
 * End of the note mark that begins at `at`, or -1 when none begins there.
 *
 * A mark leads to a source and is no part of the sentence: its number counts nobody.
 */
export function noteMarkEnd(text: string, at: number): number {
  NOTE_MARK.lastIndex = at
  if (!NOTE_MARK.test(text)) return -1
  const end = NOTE_MARK.lastIndex
  const isApart = at === 0 || text[at - 1] === SPACE
  COUNTED.lastIndex = end
  return isApart && COUNTED.test(text) ? -1 : end
}
