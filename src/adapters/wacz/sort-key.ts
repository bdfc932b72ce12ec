/**
 * The key under which an index lists an address (SURT): the host's labels from the last to the first, then path and sorted
 * query, all lower case, without "www.". Other addresses than http(s) stand as they are, without blanks.
 */
export function sortKey(url: string): string {
  if (!/^https?:\/\//iu.test(url) || !URL.canParse(url)) return url.replaceAll(/[\s\p{Cc}]/gu, encodeURIComponent)
  const { hostname, port, pathname, search } = new URL(url.replace(/^(https?:\/\/)www\d*\./iu, '$1').toLowerCase())
  const host = hostname.split('.').reverse().join(',')
  const query = search === '' ? '' : `?${search.slice(1).split('&').sort().join('&')}`
  return `${host}${port === '' ? '' : `:${port}`})${pathname}${query}`
}
