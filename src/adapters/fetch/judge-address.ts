import ipaddr from 'ipaddr.js'

/** The only IPv6 block that is routed publicly (RFC 4291, IANA). */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]
/** IPv6 documentation block of RFC 9637, which ipaddr.js does not list. */
const DOCUMENTATION = ipaddr.parseCIDR('3fff::/20') as [ipaddr.IPv6, number]
/** Well-known prefix of NAT64 (RFC 6052): behind it stands an IPv4 address, and networks without IPv4 reach public hosts through it. */
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96') as [ipaddr.IPv6, number]

/**
 * Whether an address belongs to a host of the public internet, so that connecting to it cannot reach this machine or its network.
 *
 * Not public: private, loopback, link-local, unique-local, multicast, reserved, carrier-grade NAT, benchmarking and
 * documentation blocks, the unspecified address, IPv6 outside 2000::/3, the tunnels 6to4 and Teredo, IPv4-compatible
 * addresses. An IPv4-mapped or NAT64 address is judged by the IPv4 address in it. What cannot be parsed is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv4) return isPublicIpv4(parsed)
  if (parsed.zoneId !== undefined && parsed.zoneId !== null && parsed.zoneId !== '') return false
  if (parsed.isIPv4MappedAddress()) return isPublicIpv4(parsed.toIPv4Address())
  if (parsed.match(NAT64)) return isPublicIpv4(new ipaddr.IPv4(parsed.toByteArray().slice(12)))
  return parsed.match(GLOBAL_UNICAST) && !parsed.match(DOCUMENTATION) && parsed.range() === 'unicast'
}

function isPublicIpv4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast'
}
