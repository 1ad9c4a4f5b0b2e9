/** The look of the page: its own colours in light and dark, all of at least 4.5 to 1, and black on white on paper. */
export const pageStyle = `
:root { color-scheme: light dark; --ground: #fff; --text: #1a1a1a; --soft: #4a4a4a; --line: #8a8a8a; --surface: #f3f3f3; --link: #0b4f9e; --danger: #a80f1d; --danger-ground: #fdeced; --safety: #7a4b00; --good: #1d6131; }
@media (prefers-color-scheme: dark) { :root { --ground: #16181b; --text: #f0f0f0; --soft: #c2c2c2; --line: #8f8f8f; --surface: #22262b; --link: #9cc7ff; --danger: #ff9ea5; --danger-ground: #3a1a1d; --safety: #ffcc80; --good: #93d9a7; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 46rem; background: var(--ground); color: var(--text); font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: break-word; }
h1 { font-size: 2rem; line-height: 1.15; margin: 0 0 .5rem; }
h2 { font-size: 1.55rem; line-height: 1.2; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 3px solid var(--text); }
h3 { font-size: 1.25rem; line-height: 1.25; margin: 0 0 .35rem; }
h4 { font-size: 1rem; margin: 1rem 0 .25rem; }
p, ul, ol, dl { margin: .35rem 0 .6rem; }
ul, ol { padding-left: 1.4rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; display: inline-block; padding: .5rem 0; }
.owner, .place, .note, .approval, .address, footer { color: var(--soft); }
.owner, .place { margin: 0 0 .25rem; }
.draft-note, .warning { padding: .6rem .8rem; border: 2px dashed var(--safety); border-radius: .5rem; }
.mark { display: inline-block; margin-left: .3rem; padding: 0 .45rem; border: 1.5px dashed var(--safety); border-radius: 1rem; color: var(--safety); font-size: .8rem; font-weight: 600; vertical-align: .1em; }
.urgent { margin: .75rem 0; padding: .7rem .9rem; border: 3px solid var(--danger); border-radius: .5rem; background: var(--danger-ground); font-size: 1.3rem; line-height: 1.3; }
.languages, .contents ul { display: flex; flex-wrap: wrap; gap: .1rem 1rem; padding: 0; list-style: none; }
.languages a, .contents a { display: inline-block; padding: .35rem 0; }
[aria-current] { color: var(--text); font-weight: 700; text-decoration: none; }
.contents h2 { margin-top: 1rem; font-size: 1.25rem; }
.step { margin: 0 0 1rem; padding: .9rem 1rem; border: 1px solid var(--line); border-left: .4rem solid var(--line); border-radius: .5rem; scroll-margin-top: .5rem; }
.kind-start, .kind-acute, .kind-protect, .kind-call { border-left-color: var(--danger); }
.kind-safety { border-left-color: var(--safety); border-left-style: double; }
.kind-end { border-left-color: var(--good); }
.step:target { outline: 3px solid var(--link); outline-offset: 2px; }
.kind-start, .kind-acute { background: var(--danger-ground); }
.dos, .donts, .contacts, .choices { list-style: none; padding: 0; }
.dos li, .donts li { position: relative; padding-left: 1.6rem; margin: .25rem 0; }
.dos li::before, .donts li::before { position: absolute; left: 0; font-weight: 700; }
.dos li::before { content: "\\2713" / ""; color: var(--good); }
.donts li::before { content: "\\2717" / ""; color: var(--danger); }
.kind-ordinary .dos li::before, .kind-end .dos li::before { content: "\\2022" / ""; color: inherit; }
.contacts li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 1rem; padding: .35rem 0; border-top: 1px solid var(--line); }
.contacts .who { flex: 1 1 14rem; }
.contacts .who span { color: var(--soft); }
.number { font-size: 1.35rem; font-weight: 700; white-space: nowrap; padding: .15rem 0; }
.none { font-style: italic; }
dl div { padding: .2rem 0; }
dt { font-weight: 700; }
dd { margin: 0; }
@media (min-width: 34rem) { dl div { display: grid; grid-template-columns: 8rem 1fr; gap: .75rem; } }
.choices li { margin: .4rem 0; }
.choices a { display: block; padding: .55rem .8rem; border: 1.5px solid var(--link); border-radius: .5rem; background: var(--ground); text-decoration: none; }
.choices a:hover { text-decoration: underline; }
.choices a::after { content: " \\2192" / ""; }
.links a { display: inline-block; padding: .25rem 0; }
.leads { display: none; }
.address { font-size: .9rem; overflow-wrap: anywhere; }
@media print {
  :root { --ground: #fff; --text: #000; --soft: #222; --line: #555; --surface: #fff; --link: #000; --danger: #000; --danger-ground: #fff; --safety: #000; --good: #000; }
  @page { margin: 14mm; }
  body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.35; }
  h2 { margin-top: 1rem; }
  h4, p, ul, ol, dl { margin: .2rem 0; }
  .skip, .languages, .contents { display: none; }
  .step { padding: .4rem .7rem; margin-bottom: .5rem; }
  .step li { break-inside: avoid; }
  .contacts li, .choices li { padding: .1rem 0; margin: 0; }
  .number { font-size: 1.15rem; padding: 0; }
  h2, h3, h4 { break-after: avoid; }
  .choices a { display: inline; border: 0; padding: 0; }
  .choices a::after { content: none; }
  .leads { display: inline; }
}
`;
