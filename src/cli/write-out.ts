import type { Writable } from 'node:stream'

/**
 * Writes whole pieces to a stream, waiting for each, so that nothing piles up before a slow reader.
 *
 * A reader that goes away (`| head`) ends the program quietly: it has what it wanted.
 */
export function writerTo(stream: Writable): (text: string) => Promise<void> {
  stream.on('error', (error: Error & { readonly code?: string }) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  return (text) => new Promise((resolve) => stream.write(text, () => resolve()))
}
