import { describe, expect, test } from 'vitest'

import { isPublicAddress } from './judge-address.ts'
import { judgeUrl } from './judge-url.ts'

describe('URLs that are not asked for', () => {
  test.each([
    // loopback, in every way to write it
    ['http://127.0.0.1/', 'private-address'],
    ['http://127.8.9.10/', 'private-address'],
    ['http://127.1/', 'private-address'],
    ['http://127.0.1/', 'private-address'],
    ['http://2130706433/', 'private-address'],
    ['http://0x7f000001/', 'private-address'],
    ['http://0x7F.0x0.0x0.0x1/', 'private-address'],
    ['http://017700000001/', 'private-address'],
    ['http://0177.0.0.1/', 'private-address'],
    ['http://0x7f.1/', 'private-address'],
    ['http://127.0.0.1./', 'private-address'],
    ['http://%31%32%37.0.0.1/', 'private-address'],
    ['http://１２７.０.０.１/', 'private-address'],
    ['http://127。0。0。1/', 'private-address'],
    ['http:\\\\127.0.0.1/', 'private-address'],
    ['http:/127.0.0.1/', 'private-address'],
    [' \thttp://127.0.0.1/\n', 'private-address'],
    ['http://127.0.0.1\t/', 'private-address'],
    ['http://localhost/', 'private-address'],
    ['http://LOCALHOST/', 'private-address'],
    ['http://localhost./', 'private-address'],
    ['http://localhost../', 'private-address'],
    ['http://loc%61lhost/', 'private-address'],
    ['http://ⓛocalhost/', 'private-address'],
    ['http://outlet.localhost/', 'private-address'],
    // the unspecified address and other blocks
    ['http://0.0.0.0/', 'private-address'],
    ['http://0/', 'private-address'],
    ['http://0.1.2.3/', 'private-address'],
    ['http://10.1.2.3/', 'private-address'],
    ['http://167838211/', 'private-address'],
    ['http://172.16.0.1/', 'private-address'],
    ['http://172.31.255.255/', 'private-address'],
    ['http://192.168.0.1/', 'private-address'],
    ['http://169.254.169.254/latest/meta-data/', 'private-address'],
    ['http://0xa9fea9fe/', 'private-address'],
    ['http://100.64.0.1/', 'private-address'],
    ['http://100.127.255.255/', 'private-address'],
    ['http://192.0.0.8/', 'private-address'],
    ['http://192.0.2.1/', 'private-address'],
    ['http://198.51.100.1/', 'private-address'],
    ['http://203.0.113.1/', 'private-address'],
    ['http://198.18.0.1/', 'private-address'],
    ['http://224.0.0.1/', 'private-address'],
    ['http://239.255.255.250/', 'private-address'],
    ['http://240.0.0.1/', 'private-address'],
    ['http://255.255.255.255/', 'private-address'],
    // IPv6
    ['http://[::1]/', 'private-address'],
    ['http://[0:0:0:0:0:0:0:1]/', 'private-address'],
    ['http://[::]/', 'private-address'],
    ['http://[fe80::1]/', 'private-address'],
    ['http://[fc00::1]/', 'private-address'],
    ['http://[fd12:3456::1]/', 'private-address'],
    ['http://[fec0::1]/', 'private-address'],
    ['http://[ff02::1]/', 'private-address'],
    ['http://[100::1]/', 'private-address'],
    ['http://[2001:db8::1]/', 'private-address'],
    ['http://[3fff::1]/', 'private-address'],
    ['http://[5f00::1]/', 'private-address'],
    ['http://[2001:20::1]/', 'private-address'],
    ['http://[4000::1]/', 'private-address'],
    // IPv4 inside IPv6
    ['http://[::ffff:127.0.0.1]/', 'private-address'],
    ['http://[::ffff:7f00:1]/', 'private-address'],
    ['http://[::ffff:10.0.0.1]/', 'private-address'],
    ['http://[::ffff:169.254.169.254]/', 'private-address'],
    ['http://[::127.0.0.1]/', 'private-address'],
    ['http://[::ffff:0:127.0.0.1]/', 'private-address'],
    ['http://[64:ff9b::127.0.0.1]/', 'private-address'],
    ['http://[64:ff9b::a00:1]/', 'private-address'],
    ['http://[64:ff9b:1::7f00:1]/', 'private-address'],
    ['http://[2002:7f00:1::]/', 'private-address'],
    ['http://[2002:c0a8:1::1]/', 'private-address'],
    ['http://[2001:0:7f00:1::80ff:fffe]/', 'private-address'],
    // names that stay inside
    ['http://router/', 'private-address'],
    ['http://intranet:8080/', 'private-address'],
    ['http://printer.local/', 'private-address'],
    ['http://wiki.corp/', 'private-address'],
    ['http://metadata.google.internal/', 'private-address'],
    ['http://nas.home.arpa/', 'private-address'],
    ['http://nas.home.arpa./', 'private-address'],
    ['http://hidden.onion/', 'private-address'],
    ['http://.outlet.example/', 'private-address'],
    // user names and look-alikes
    ['http://outlet.example@127.0.0.1/', 'bad-url'],
    ['http://user:secret@outlet.example/', 'bad-url'],
    ['http://127.0.0.1:80@outlet.example/', 'bad-url'],
    // not the web
    ['file:///etc/passwd', 'bad-url'],
    ['ftp://outlet.example/', 'bad-url'],
    ['gopher://outlet.example:70/', 'bad-url'],
    ['data:text/html,hello', 'bad-url'],
    ['javascript:alert(1)', 'bad-url'],
    ['blob:https://outlet.example/1', 'bad-url'],
    ['ws://outlet.example/', 'bad-url'],
    ['outlet.example', 'bad-url'],
    ['/report', 'bad-url'],
    ['', 'bad-url'],
    ['http://', 'bad-url'],
    ['http://[fe80::1%25eth0]/', 'bad-url'],
    ['http://256.256.256.256/', 'bad-url'],
    // other services
    ['http://outlet.example:0/', 'bad-url'],
    ['http://outlet.example:21/', 'bad-url'],
    ['http://outlet.example:22/', 'bad-url'],
    ['http://outlet.example:25/', 'bad-url'],
    ['http://outlet.example:3306/', 'bad-url'],
    ['http://outlet.example:5432/', 'bad-url'],
    ['http://outlet.example:6379/', 'bad-url'],
    ['http://outlet.example:6667/', 'bad-url'],
    ['http://outlet.example:11211/', 'bad-url'],
    ['https://outlet.example:2375/', 'bad-url'],
    [`https://outlet.example/${'a'.repeat(5000)}`, 'bad-url'],
  ])('%s: %s', (url, reason) => {
    expect(judgeUrl(url, false)).toMatchObject({ reason })
  })
})

describe('URLs that are asked for', () => {
  test.each([
    ['http://outlet.example/', 'http://outlet.example/'],
    ['HTTPS://Outlet.Example:443/a b', 'https://outlet.example/a%20b'],
    ['https://outlet.example./report', 'https://outlet.example./report'],
    ['http://outlet.example:8080/', 'http://outlet.example:8080/'],
    ['http://8.8.8.8/', 'http://8.8.8.8/'],
    ['http://[2606:4700::1111]/', 'http://[2606:4700::1111]/'],
    ['http://[::ffff:8.8.8.8]/', 'http://[::ffff:808:808]/'],
    ['http://новини.example/', 'http://xn--b1amarcd.example/'],
  ])('%s', (url, href) => {
    const verdict = judgeUrl(url, false)
    expect('url' in verdict && verdict.url.href).toBe(href)
  })

  test.each(['http://127.0.0.1:40000/', 'http://localhost/', 'http://[::1]/', 'http://router/'])(
    "%s, when one's own network is let through",
    (url) => {
      expect(judgeUrl(url, true)).toHaveProperty('url')
      expect(judgeUrl(url, false)).not.toHaveProperty('url')
    },
  )

  test.each(['file:///etc/passwd', 'http://user:secret@127.0.0.1/', 'http://127.0.0.1:22/'])('but never %s', (url) => {
    expect(judgeUrl(url, true)).toMatchObject({ reason: 'bad-url' })
  })
})

test('no message holds the password of a URL', () => {
  expect(JSON.stringify(judgeUrl('http://user:hunter2@outlet.example/?token=abc123', false))).not.toMatch(
    /hunter2|abc123/u,
  )
})

test.each([
  ['8.8.8.8', true],
  ['64:ff9b::808:808', true],
  ['2a00:1450::1', true],
  ['fe80::1%eth0', false],
  ['', false],
  ['outlet.example', false],
])('%s is public: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic)
})
