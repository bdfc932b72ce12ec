/** First bytes of the file kinds that are handed in by mistake most often; own list from the formats' specifications. */
const MAGIC_NUMBERS: readonly (readonly [magic: string, offset: number, name: string])[] = [
  ['%PDF-', 0, 'a PDF file'],
  ['PK\u0003\u0004', 0, 'a ZIP archive (or a DOCX, XLSX, ODT, EPUB or WACZ file)'],
  ['PK\u0005\u0006', 0, 'an empty ZIP archive'],
  ['\u001f\u008b', 0, 'a gzip file'],
  ['BZh', 0, 'a bzip2 file'],
  ['\u00fd7zXZ\u0000', 0, 'an xz file'],
  ['(\u00b5/\u00fd', 0, 'a Zstandard file'],
  ['7z\u00bc\u00af\u0027\u001c', 0, 'a 7z archive'],
  ['Rar!\u001a\u0007', 0, 'a RAR archive'],
  ['\u0089PNG\r\n', 0, 'a PNG image'],
  ['\u00ff\u00d8\u00ff', 0, 'a JPEG image'],
  ['GIF87a', 0, 'a GIF image'],
  ['GIF89a', 0, 'a GIF image'],
  ['WEBP', 8, 'a WebP image'],
  ['WAVE', 8, 'a WAV sound file'],
  ['AVI ', 8, 'an AVI video'],
  ['II*\u0000', 0, 'a TIFF image'],
  ['MM\u0000*', 0, 'a TIFF image'],
  ['ftyp', 4, 'an MP4, MOV or HEIC file'],
  ['\u001aE\u00df\u00a3', 0, 'a Matroska or WebM video'],
  ['OggS', 0, 'an Ogg file'],
  ['ID3', 0, 'an MP3 sound file'],
  ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 0, 'an old Microsoft Office file (DOC, XLS, PPT)'],
  ['{\\rtf', 0, 'an RTF file'],
  ['\u007fELF', 0, 'a program'],
  ['SQLite format 3\u0000', 0, 'an SQLite database'],
  ['wOFF', 0, 'a font'],
  ['wOF2', 0, 'a font'],
]
/** How much of the input is looked at. */
const SAMPLE_BYTES = 65_536
/** Text and HTML of every encoding that is not UTF-16 or UTF-32 stay far below this share of control characters. */
const MAX_CONTROL_SHARE = 0.02
/** Control bytes that text holds: tab, line feed, vertical tab, form feed, carriage return, escape (ISO-2022). */
const TEXT_CONTROLS: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 27])

/**
 * Says what the bytes look like when they are no text.
 *
 * @param isUtf16 the bytes are UTF-16, where every second byte may be NUL
 * @returns the kind of file in words, or null when the bytes may be text
 */
export function recogniseBinary(bytes: Uint8Array, isUtf16: boolean): string | null {
  const known = MAGIC_NUMBERS.find(([magic, offset]) => startsWith(bytes, magic, offset))
  if (known !== undefined) return known[2]
  if (isUtf16) return null
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) return 'a binary file (it holds NUL bytes)'
    if (byte < 32 && !TEXT_CONTROLS.has(byte)) controls++
  }
  return controls > sample.length * MAX_CONTROL_SHARE ? 'a binary file (it holds too many control characters)' : null
}

function startsWith(bytes: Uint8Array, magic: string, offset: number): boolean {
  if (bytes.length < offset + magic.length) return false
  for (let i = 0; i < magic.length; i++) if (bytes[offset + i] !== magic.charCodeAt(i)) return false
  return true
}
