declare module 'html-encoding-sniffer' {
  /** The encoding of an HTML page by BOM, transport label and meta elements; `defaultEncoding` when none speaks. */
  export default function sniffHTMLEncoding(
    bytes: Uint8Array,
    options: { readonly transportLayerEncodingLabel?: string; readonly defaultEncoding?: string },
  ): string
}
