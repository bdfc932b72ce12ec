/** Names of query parameters whose values are secrets, compared without case, "-" and "_". */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  'accesskey',
  'accesstoken',
  'apikey',
  'apitoken',
  'auth',
  'authkey',
  'authorization',
  'authtoken',
  'bearer',
  'clientsecret',
  'code',
  'credential',
  'credentials',
  'idtoken',
  'jwt',
  'key',
  'passphrase',
  'passwd',
  'password',
  'privatekey',
  'pwd',
  'refreshtoken',
  'secret',
  'session',
  'sessionid',
  'sid',
  'sig',
  'signature',
  'sso',
  'ticket',
  'token',
  'xamzcredential',
  'xamzsecuritytoken',
  'xamzsignature',
])
const MAX_LABEL_CHARS = 300

/**
 * A URL as it may stand in messages and logs: without user name, password and fragment, values of secret query parameters
 * replaced by "…", control characters out, cut to 300 characters.
 *
 * What cannot be parsed is named without its content, as nobody can say where in it a secret stands.
 */
export function labelUrl(url: string): string {
  const parsed = URL.parse(url)
  if (parsed === null) return '(not a URL)'
  const query = parsed.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const name = pair.split('=', 1)[0] ?? ''
      return isSecretName(name) ? `${name}=…` : pair
    })
    .join('&')
  const host = parsed.host === '' ? '' : `//${parsed.host}`
  const label = `${parsed.protocol}${host}${parsed.pathname}${query === '' ? '' : `?${query}`}`
  return label.length > MAX_LABEL_CHARS ? `${label.slice(0, MAX_LABEL_CHARS)}…` : label
}

function isSecretName(name: string): boolean {
  let plain = name
  try {
    plain = decodeURIComponent(name)
  } catch {
    // A name that is not well encoded is compared as it stands.
  }
  return SECRET_NAMES.has(plain.toLowerCase().replace(/[-_]/gu, ''))
}
