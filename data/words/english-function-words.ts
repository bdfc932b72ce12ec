/** Frequent English words that are rare in other languages. Lower case. Own list. */
export const ENGLISH_FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'the and of to that with from were have has had been which who this these those are by at for said their his her it its they would could after when where while than not but about into as be'.split(
    ' ',
  ),
)
