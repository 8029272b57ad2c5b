import { Markup, markup } from './markup.ts'

/** A self-contained page. Its policy forbids scripts and requests, whatever stands in its body. */
export const page = (title: string, body: readonly Markup[]): string =>
  markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1>${title}</h1>
${body}
</body>
</html>
`.text

const style = Markup.trusted(`
:root { color-scheme: light dark; --text: #1f2933; --quiet: #616e7c; --line: #d5dbe1; --back: #ffffff; --field: #f5f7fa;
  --c0: #0072b2; --c1: #d55e00; --c2: #009e73; --c3: #b0528f; --c4: #b27b00; --c5: #3c8fc0;
  --designer: #d55e0022; --executor: #0072b222; --both: #009e7322; }
@media (prefers-color-scheme: dark) { :root { --text: #e4e7eb; --quiet: #9aa5b1; --line: #3e4c59; --back: #171c22; --field: #222a33;
  --c0: #56b4e9; --c1: #f0894a; --c2: #34c79a; --c3: #dd93c1; --c4: #e6b422; --c5: #9ad1f0;
  --designer: #f0894a2b; --executor: #56b4e92b; --both: #34c79a2b; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; color: var(--text); background: var(--back); }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.2rem; } p, figcaption, .legend { max-width: 50rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 29rem), 1fr)); gap: 1rem 1.5rem; }
figure { margin: 0 0 .6rem; } figcaption { font-weight: 600; } .note { color: var(--quiet); font-size: .87rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
td, th { padding: .25rem .8rem; border-bottom: 1px solid var(--line); text-align: right; } td { white-space: nowrap; } td:first-child, th:first-child { text-align: left; }
pre { background: var(--field); padding: .7rem; overflow: auto; border-radius: 4px; font-size: .87rem; }
details { border-bottom: 1px solid var(--line); padding: .35rem 0; } summary { cursor: pointer; overflow-wrap: anywhere; }
.design { display: flex; flex-wrap: wrap; gap: 1rem 1.5rem; align-items: flex-start; margin: .6rem 0; } .design > * { flex: 1 1 22rem; min-width: 0; }
.design img { max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 4px; background: #fff; }
svg.chart { width: 100%; height: auto; font: 11px system-ui, sans-serif; } svg.chart text { fill: var(--quiet); }
svg .grid { stroke: var(--line); } svg .curve { fill: none; stroke-width: 2; stroke-linejoin: round; } svg .thin { fill: none; stroke-width: 1; opacity: .38; }
svg .whisker { stroke-width: 1.5; opacity: .7; } svg .area { opacity: .8; }
.legend { list-style: none; padding: 0; margin: .2rem 0; display: flex; flex-wrap: wrap; gap: .1rem 1rem; font-size: .87rem; }
.legend i { display: inline-block; width: .9em; height: .7em; margin-right: .4em; border-radius: 2px; }
.designer { fill: var(--designer); background: var(--designer); } .executor { fill: var(--executor); background: var(--executor); }
.both { fill: var(--both); background: var(--both); }
${[0, 1, 2, 3, 4, 5].map((color) => `.s${color} { stroke: var(--c${color}); } .f${color} { fill: var(--c${color}); background: var(--c${color}); }`).join('\n')}
`)
