/** The style of a digest in HTML: for screens narrow and wide, light and dark, and for print on A4. */
export const DIGEST_STYLE = `
:root { color-scheme: light dark; --ink: #1c1c1a; --soft: #5a5953; --paper: #fdfdfb; --line: #cfcdc4; --mark: #8a4b08; --link: #17507a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e6df; --soft: #a9a79e; --paper: #161614; --line: #45443f; --mark: #e0a458; --link: #8fc1e8; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 Georgia, "Times New Roman", "Noto Serif", serif; overflow-wrap: break-word; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1, h2, h3, caption, th, dt, .mark { font-family: system-ui, "Segoe UI", "Noto Sans", sans-serif; line-height: 1.25; }
h1 { font-size: 1.6rem; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 0.75rem; padding-top: 0.5rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 0 0 0.35rem; }
p { margin: 0 0 0.75rem; }
a { color: var(--link); }
a.cite { text-decoration: none; font-family: system-ui, "Segoe UI", "Noto Sans", sans-serif; font-size: 0.8em; padding: 0 0.05em; }
a.cite:hover, a.cite:focus-visible { text-decoration: underline; }
.about { color: var(--soft); }
.notice { border: 1px solid var(--mark); border-radius: 0.2rem; padding: 0.5rem 0.75rem; }
.notice .about { color: var(--ink); }
.mark { color: var(--mark); font-size: 0.8rem; font-weight: 600; border: 1px solid; border-radius: 0.2rem; padding: 0.05rem 0.35rem; white-space: nowrap; }
article { margin: 0 0 1.5rem; padding: 0 0 0.25rem 0.9rem; border-left: 3px solid var(--line); }
.id { color: var(--soft); font: 0.8rem/1.4 ui-monospace, "DejaVu Sans Mono", monospace; margin: 0 0 0.4rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; margin: 0 0 1rem; }
dt { color: var(--soft); font-size: 0.9rem; }
dd { margin: 0; }
.wide { overflow-x: auto; margin: 0 0 1.25rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
caption { text-align: start; font-weight: 600; padding: 0 0 0.4rem; }
th, td { text-align: start; vertical-align: top; padding: 0.35rem 0.6rem 0.35rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
ol.sources { list-style: none; padding: 0; font-size: 0.9rem; }
ol.sources > li { margin: 0 0 0.9rem; padding-left: 2.75rem; position: relative; }
.number { position: absolute; left: 0; font-family: system-ui, "Segoe UI", "Noto Sans", sans-serif; }
mark { background: none; color: inherit; font-weight: 700; }
blockquote { margin: 0.2rem 0; padding: 0 0.6rem; border-inline-start: 2px solid var(--line); }
.trail { overflow-wrap: anywhere; color: var(--soft); font: 0.78rem/1.4 ui-monospace, "DejaVu Sans Mono", monospace; display: block; }
li:target { outline: 2px solid var(--mark); outline-offset: 0.3rem; }
@media (max-width: 38rem) {
  main { padding: 1rem 0.75rem 3rem; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin: 0 0 0.5rem; }
  table, tbody, tr, th, td { display: block; width: auto; }
  caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { padding: 0.4rem 0; border-bottom: 1px solid var(--line); }
  th, td { border: 0; padding: 0.1rem 0; }
  td::before { content: attr(data-of) ": "; color: var(--soft); }
}
@media print {
  @page { size: A4; margin: 18mm 16mm; }
  :root { --ink: #000; --soft: #444; --paper: #fff; --line: #bbb; --mark: #000; --link: #000; }
  body { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  h2, h3, caption { break-after: avoid; }
  article, tr, ol.sources > li { break-inside: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
  a { text-decoration: none; }
}
`
