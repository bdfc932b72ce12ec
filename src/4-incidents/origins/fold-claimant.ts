import { foldName } from '../../model/fold-name.ts'

const POSSESSIVE = /['’]s\b/gu
/** The pronoun: in capitals it is a state. */
const PRONOUN = /\bus\b/gu
/** Articles, honorifics and where a body has its seat: they tell no claimant from another. */
const LEADING =
  /^(?:(?:the|a|an|its|mr|mrs|ms|miss|dr|sir|lord|lady|so called|self styled|gen|general(?! (?:staff|prosecutor|secretary|command|assembly|directorate))|col|colonel|lt|maj|major|capt|captain|brig|rev|prof|professor|(?:uk|britain|london|us|washington|new york|geneva|paris|berlin|istanbul|turkey|coventry) based|war monitor|monitoring group|monitor|rights group|human rights group|aid group|medical charity|charity) )+/u

/** The form under which claimants are compared: as `foldName` has it, British spelling, without articles, honorifics and possessive endings. */
export function foldClaimant(name: string): string {
  const folded = foldName(name.replace(POSSESSIVE, ' ').replace(PRONOUN, ' '))
    .replace(/ +/gu, ' ')
    .replace(/\bdefense\b/gu, 'defence')
    .replace(/\bcenter\b/gu, 'centre')
    .replace(/\borganization\b/gu, 'organisation')
  const bare = folded.replace(LEADING, '')
  return bare === '' ? folded : bare
}
