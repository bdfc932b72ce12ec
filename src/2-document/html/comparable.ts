/** What two renderings of the same words share: letters and digits of any script, lower case. */
export function comparable(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
}
