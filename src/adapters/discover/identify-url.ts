/** Query parameters that say how a reader came, never what is read. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|hs_\w+|at_\w+|ito|cmpid|cmp|ocid|ns_\w+|xtor|ref_src|ref_url|s_cid|ncid|sr_share|smid|traffic_source|rss|feed_?source)$/iu

/**
 * The name of a resource by which two addresses are taken for one: fragment and tracking parameters are dropped, the rest of
 * the query stays in its order. The address itself is fetched and kept as the source gave it.
 *
 * @param url  an absolute URL that can be parsed
 */
export function identifyUrl(url: string): string {
  const parsed = new URL(url)
  parsed.hash = ''
  const kept = parsed.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !TRACKING.test(pair.split('=', 1)[0] ?? ''))
  parsed.search = kept.join('&')
  return parsed.href
}
