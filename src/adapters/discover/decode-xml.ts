import { isUtf8 } from 'node:buffer'

const DECLARED = /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/u
const IN_MEDIA_TYPE = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/iu

/**
 * Decodes XML or JSON: byte order mark, then valid UTF-8, then what the XML declaration and the transport say; else Windows-1252.
 *
 * Valid UTF-8 wins over declarations, as old ones are often left standing when a site changes its encoding.
 */
export function decodeXml(bytes: Uint8Array, mediaType: string): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes)
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 300))
  const labels = [DECLARED.exec(head)?.[1], IN_MEDIA_TYPE.exec(mediaType)?.[1]]
  for (const label of labels) {
    const decoder = label === undefined ? null : decoderFor(label)
    if (decoder !== null && decoder.encoding !== 'utf-8') return decoder.decode(bytes)
  }
  return new TextDecoder('windows-1252').decode(bytes)
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label)
  } catch {
    // A label nobody knows says nothing.
    return null
  }
}
