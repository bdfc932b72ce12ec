const PLACES = ['Kharkiv', 'Mosul', 'Aleppo', 'Goma', 'El Fasher', 'Mykolaiv', 'Sanaa', 'Mekelle']
const SPEAKERS = ['the regional governor', 'a hospital official', 'the defence ministry', 'residents', 'the mayor']

/** Short made-up reports as JSON lines, each unlike the others; the same count gives the same bytes. */
export function makeReports(count: number, from = 0): string {
  return Array.from({ length: count }, (_, i) => {
    const n = from + i
    const place = PLACES[n % PLACES.length]
    const text = `At least ${2 + (n % 90)} people were killed and ${3 + (n % 71)} wounded when shells hit district ${n} of ${place} on Monday, ${SPEAKERS[n % SPEAKERS.length]} said.\n\nRescue workers searched the rubble of house ${n * 7} through the night. It was not possible to verify the account independently.`
    const day = `2022-05-${String(1 + (n % 28)).padStart(2, '0')}`
    return `${JSON.stringify({ id: `report-${n}`, text, published: day, outlet: `outlet${n % 12}.example` })}\n`
  }).join('')
}
