import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export interface LoopbackServer {
  /** Such as http://127.0.0.1:40123, without a slash at the end. */
  readonly origin: string
  readonly port: number
  /** Paths asked for, in order, those of robots.txt left out. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

/** A web server on this machine for one test; paths it does not know end with 404, robots.txt too unless handled. */
export async function startLoopback(
  pages: Readonly<Record<string, RequestListener>>,
  address = '127.0.0.1',
  port = 0,
): Promise<LoopbackServer> {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer((request, response) => {
    const path = request.url ?? ''
    if (path !== '/robots.txt') asked.push(path)
    const page = pages[path.split('?', 1)[0] ?? ''] ?? notFound
    page(request, response)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(port, address, resolve))
  const { port: taken } = server.address() as AddressInfo
  return {
    origin: `http://${address}:${taken}`,
    port: taken,
    asked,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

const notFound: RequestListener = (_request, response) => {
  response.writeHead(404).end('nothing here')
}
