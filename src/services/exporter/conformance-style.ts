/** The look of a report: light and dark as the reader's system has it, black on white on paper. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ink: #1a1a1f; --muted: #5c5c68; --line: #d9d9e0; --panel: #f6f6f8;
  --pass: #14733c; --warning: #875305; --fail: #b3202c; --ask: #35618e; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececf0; --muted: #a5a7b3; --line: #33353d; --panel: #1e1f24;
  --pass: #5fcf90; --warning: #e7b450; --fail: #ff8a90; --ask: #8fbbe8; } }
@media print { :root { color-scheme: light; --ink: #000; --muted: #444; --line: #bbb; --panel: #fff;
  --pass: #14733c; --warning: #875305; --fail: #b3202c; --ask: #35618e; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 0; } p { margin: .25rem 0; }
.muted { color: var(--muted); } code, pre { font: .85em/1.5 ui-monospace, monospace; }
pre { white-space: pre-wrap; background: var(--panel); border: 1px solid var(--line); border-radius: 4px;
  padding: .5rem; margin: .25rem 0; max-height: 24rem; overflow: auto; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .25rem .5rem;
  border-bottom: 1px solid var(--line); }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .15rem 1rem; }
dt { color: var(--muted); } dd { margin: 0; }
article { border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem; margin: .75rem 0;
  break-inside: avoid; } article > header { display: flex; gap: .75rem; align-items: baseline; }
.verdict { font-weight: 600; white-space: nowrap; } .pass { color: var(--pass); } .warning { color: var(--warning); }
.fail { color: var(--fail); } .ask { color: var(--ask); } ul { margin: .25rem 0; padding-left: 1.25rem; }
a { color: inherit; } i { font-style: normal; color: var(--warning); }
@media print { body { margin: 0; max-width: none; } pre { max-height: none; } }
`
