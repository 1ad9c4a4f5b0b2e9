/** The look of the drawing. Each kind has a colour, and beside it a sign and a word: the colour is never alone. */
export const drawingStyle = `
:root { color-scheme: light dark; --ground: #fff; --text: #1a1a1a; --soft: #4d4d4d; --line: #8a8a8a; --surface: #f6f6f6; --link: #0b4f9e; --danger: #a80f1d; --red: #fde3e4; --yellow: #fff1cc; --blue: #e2eefc; --violet: #efe6fb; --green: #e1f3e5; --plain: #fff; }
@media (prefers-color-scheme: dark) { :root { --ground: #16181b; --text: #f0f0f0; --soft: #c2c2c2; --line: #8f8f8f; --surface: #1e2125; --link: #9cc7ff; --danger: #ff9ea5; --red: #4a1d22; --yellow: #453612; --blue: #1b3350; --violet: #37284f; --green: #1d3d27; --plain: #262a2f; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 80rem; background: var(--ground); color: var(--text); font: 1rem/1.5 Arial, "Liberation Sans", Helvetica, sans-serif; }
h1 { font-size: 2rem; line-height: 1.15; margin: 0 0 .5rem; }
h2 { font-size: 1.5rem; line-height: 1.2; margin: 2rem 0 .5rem; padding-top: .75rem; border-top: 3px solid var(--text); }
h3 { font-size: 1.2rem; margin: 1.25rem 0 .4rem; }
h4 { font-size: 1.1rem; margin: 0; }
p { margin: .25rem 0 .5rem; max-width: 48rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
code { font-size: .9em; }
.soft { color: var(--soft); }
.open { color: var(--danger); }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
.row { display: flex; flex-wrap: wrap; gap: .1rem 1rem; padding: 0; list-style: none; }
.row a { display: inline-block; padding: .3rem 0; }
.legend { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; list-style: none; }
.legend li { padding: .25rem .6rem; border: 1.5px solid var(--line); border-radius: .4rem; background: var(--kind); }
.drawing, .wide { overflow: auto; }
.drawing { padding: .75rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--surface); }
.drawing { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 1.5rem; }
.drawing svg { display: block; flex: none; max-width: none; }
svg text { fill: var(--text); font-family: Arial, "Liberation Sans", Helvetica, sans-serif; }
svg a { text-decoration: none; }
svg a:hover text, svg a:focus text { text-decoration: underline; }
svg .graph > polygon { fill: none; }
svg .node > polygon { fill: var(--kind); stroke: var(--line); stroke-width: 1.5; }
svg .edge path { stroke: var(--text); }
svg .edge polygon { fill: var(--text); stroke: var(--text); }
svg .edge text { fill: var(--text); stroke: var(--surface); stroke-width: 4; paint-order: stroke; }
svg .unsure path { stroke-width: 1.6; }
svg .kind-protect > polygon, svg .kind-acute > polygon, svg .kind-start > polygon { stroke: var(--danger); stroke-width: 2.5; }
.kind-start, .kind-acute, .kind-protect, .kind-call { --kind: var(--red); }
.kind-safety { --kind: var(--yellow); }
.kind-advice, .kind-tools, .kind-levels { --kind: var(--blue); }
.kind-duty, .kind-workplace { --kind: var(--violet); }
.kind-ordinary { --kind: var(--plain); }
.kind-end { --kind: var(--green); }
.step { margin: 0 0 1rem; padding: .8rem 1rem; border: 1px solid var(--line); border-left: .5rem solid var(--kind); border-radius: .5rem; }
.step:target { outline: 3px solid var(--link); outline-offset: 2px; }
table { width: 100%; min-width: 44rem; border-collapse: collapse; }
th, td { padding: .35rem .5rem; border-top: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
tbody th .where { font-weight: 400; }
tbody th { min-width: 8rem; font-weight: 600; }
.step table { table-layout: fixed; }
.step th:first-child { width: 22%; }
dl { margin: .5rem 0; }
dl div { display: grid; grid-template-columns: minmax(7rem, 12rem) 1fr; gap: .75rem; padding: .2rem 0; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
dd ul { margin: 0; padding: 0; list-style: none; }
@media (max-width: 34rem) { dl div { grid-template-columns: 1fr; gap: 0; } }
@media print { .skip, nav { display: none; } .step, .drawing { break-inside: avoid; } }
`;
