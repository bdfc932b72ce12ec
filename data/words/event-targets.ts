/** Words that cannot be who or what an attack hit. Own lists. */

/** Heads of phrases that tell when, in which war or how, or stand for targets without naming them. */
export const NO_TARGET_HEADS: ReadonlySet<string> = new Set(
  'war|wars|conflict|conflicts|invasion|insurgency|uprising|year|years|week|weeks|month|months|day|days|hour|hours|morning|afternoon|evening|night|decade|decades|century|history|time|times|targets|target|places|areas|distance|scale|kind|type|sort|past|dawn|dusk|midnight|noon|weekend|anniversary|outbreak|start|end|beginning|result|consequence'.split(
    '|',
  ),
)

/** Words a target cannot consist of alone: pronouns, articles, adverbs, auxiliaries. */
export const NO_TARGET_WORDS: ReadonlySet<string> = new Set(
  'they|them|us|we|it|he|she|him|her|i|me|you|who|whom|which|that|this|these|those|there|here|one|ones|all|both|each|some|any|many|most|more|none|others|another|other|themselves|himself|herself|itself|ourselves|the|a|an|his|its|their|our|my|your|so|such|then|now|not|also|only|just|even|still|again|too|back|down|up|out|off|away|home|been|being|be|is|are|was|were|has|have|had|do|does|did|mistakenly|seriously|reportedly|allegedly|directly|heavily|badly|severely|slightly|repeatedly|deliberately|critically|fatally|lightly|further|because|if|than|what|how|nothing|anything|everything|something|found|reported|continue|continued|fighting|seen|expected|believed|said|says|went|go|on|somebody|someone|anyone|everyone|nobody'.split(
    '|',
  ),
)
