/** The look of a report: no resource from elsewhere, light and dark as the system wants, and plain on paper. */
export const EVIDENCE_STYLE = `
:root { color-scheme: light dark; --ink: #1b1f27; --muted: #5a6372; --line: #d5dae2; --soft: #f4f6f9; --page: #fff;
  --pass: #17653a; --warn: #7a5200; --fail: #a3231d; --mark: #fff1c2; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ef; --muted: #9aa4b4; --line: #343b47; --soft: #1f242d;
  --page: #16181d; --pass: #6fd29a; --warn: #f0c063; --fail: #ff9a92; --mark: #4a3d12; } }
@media print { :root { color-scheme: light; --ink: #000; --muted: #444; --line: #bbb; --soft: #f6f6f6; --page: #fff;
  --pass: #17653a; --warn: #7a5200; --fail: #a3231d; --mark: #fff1c2; }
  article, tr { break-inside: avoid; } h2, h3 { break-after: avoid; } main { max-width: none; padding: 0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere; }
main { max-width: 1000px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { margin: 0 0 4px; font-size: 26px; } h2 { margin: 36px 0 12px; font-size: 19px; } h3 { margin: 0 0 8px; font-size: 16px; }
p { margin: 0 0 8px; } .muted { color: var(--muted); }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 2px 16px; margin: 8px 0; }
dt { color: var(--muted); } dd { margin: 0; }
table { width: 100%; border-collapse: collapse; } th, td { padding: 5px 8px; border-bottom: 1px solid var(--line);
  text-align: left; vertical-align: top; } th { color: var(--muted); font-weight: 600; }
code, pre { font: 13px/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
pre { margin: 8px 0; padding: 10px 12px; background: var(--soft); border: 1px solid var(--line); border-radius: 6px;
  white-space: pre-wrap; }
i { font-style: normal; color: var(--warn); border-bottom: 1px dotted currentColor; }
mark { background: var(--mark); color: inherit; outline: 1px solid currentColor; }
article { margin: 0 0 16px; padding: 14px 16px; border: 1px solid var(--line); border-radius: 8px; }
.pass { color: var(--pass); } .warn { color: var(--warn); } .fail { color: var(--fail); }
.pass, .warn, .fail { font-weight: 600; }
ul { margin: 4px 0; padding-left: 20px; }
`
