import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { gridRow, sendPostback } from './support/screen.ts'
import { fillHistory } from './support/views/history.ts'

/** A node of Chromium's accessibility tree, as screen readers get it, with the nodes that it skips left out. */
interface Heard {
  readonly role: string
  readonly name: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly children: readonly Heard[]
}

async function heardGrid(page: Page): Promise<Heard> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const read = (id: string): readonly Heard[] => {
    const node = byId.get(id)
    if (node === undefined) return []
    const children = (node.childIds ?? []).flatMap(read)
    if (node.ignored) return children
    const properties = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]))
    return [{ role: String(node.role?.value), name: String(node.name?.value ?? ''), properties, children }]
  }
  const find = (all: readonly Heard[]): Heard | null => {
    for (const one of all) {
      if (one.role === 'grid') return one
      const within = find(one.children)
      if (within) return within
    }
    return null
  }
  const grid = find(read(nodes[0]?.nodeId ?? ''))
  if (grid === null) throw new Error('No grid is heard.')
  return grid
}

/** The row that a screen reader reads out now. */
async function activeRow(page: Page): Promise<{ id: number; place: number } | null> {
  return page.getByRole('grid', { name: 'Postbacks' }).evaluate((grid) => {
    const row = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')
    if (row === null || document.activeElement !== grid) return null
    return { id: Number(row.dataset['id']), place: Number(row.getAttribute('aria-rowindex')) }
  })
}

test('the list is heard as a grid: columns with names and order, rows with as many cells, one of them selected', async ({
  face,
}) => {
  fillHistory(face.dataFolder, Date.now())
  const { page } = await face.start()
  await gridRow(page, 'u_1042').first().click()
  await expect(page.getByRole('complementary', { name: 'Postback details' })).toHaveAttribute('aria-busy', 'false')
  const grid = await heardGrid(page)
  expect(grid.name).toBe('Postbacks')
  const groups = grid.children
  expect(groups.map(({ role }) => role)).toEqual(['rowgroup', 'rowgroup'])
  const [head, ...rows] = groups.flatMap(({ children }) => children)
  expect(new Set(rows.map(({ role }) => role))).toEqual(new Set(['row']))
  const columns = head?.children ?? []
  expect(columns.map(({ role }) => role)).toEqual(columns.map(() => 'columnheader'))
  expect(columns.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Verdict', 'Time', 'User id', 'Amount', 'Finding', 'Endpoint', 'Reply']),
  )
  await expect(page.getByRole('grid')).toHaveAttribute('aria-colcount', String(columns.length))
  expect(rows.length).toBeGreaterThan(15)
  for (const row of rows) {
    expect(row.children.map(({ role }) => role)).toEqual(columns.map(() => 'gridcell'))
  }
  expect(rows.filter(({ properties }) => properties['selected'] === true)).toHaveLength(1)
  // What stands between two rows is heard with the row under it.
  expect(rows[0]?.name).toMatch(/^The inspector was off .* Fail .*u_1042/)
  // Only one column gives the order, and it says which way.
  const sorted = page.locator('[role="columnheader"][aria-sort]:not([aria-sort="none"])')
  await expect(sorted).toHaveCount(1)
  await expect(sorted).toHaveAttribute('aria-sort', 'descending')
  await expect(sorted).toContainText('Time')
  await page.getByRole('columnheader', { name: 'Amount' }).getByRole('button').click()
  await expect(page.getByRole('columnheader', { name: 'Amount' })).toHaveAttribute('aria-sort', 'descending')
  await expect(sorted).toHaveCount(1)
})

test('the row that the keys are on is heard with its place in the whole, however far, and whatever arrives', async ({
  face,
}) => {
  const newest = fillHistory(face.dataFolder, Date.now())
  const running = await face.start()
  const { page } = running
  const grid = page.getByRole('grid', { name: 'Postbacks' })
  await expect(gridRow(page, 'u_1042').first()).toBeVisible()
  const count = Number(await grid.getAttribute('aria-rowcount'))
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => activeRow(page)).toEqual({ id: newest, place: 2 })
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => activeRow(page)).toEqual({ id: newest - 1, place: 3 })
  expect((await heardGrid(page)).properties['focused']).toBe(true)

  // Far below, where none of the first rows is drawn.
  await page.keyboard.press('End')
  await expect.poll(async () => (await activeRow(page))?.place).toBe(count)
  await expect(gridRow(page, 'anna')).toHaveCount(0)
  await page.keyboard.press('PageUp')
  const above = (await activeRow(page))?.place ?? 0
  expect(above).toBeGreaterThan(2)
  expect(above).toBeLessThan(count - 5)
  await page.keyboard.press('Home')
  await expect.poll(() => activeRow(page)).toEqual({ id: newest, place: 2 })

  // A new one enters at the top: the same row stays active, one place further down.
  await sendPostback(running, '/hitpoint?user_id=u_new&reward_amount=1')
  await expect(gridRow(page, 'u_new')).toBeVisible()
  await expect(grid).toHaveAttribute('aria-rowcount', String(count + 1))
  expect(await activeRow(page)).toEqual({ id: newest, place: 3 })

  // Out of sight the keys go on from where they were.
  await grid.hover()
  await page.mouse.wheel(0, 4000)
  await expect.poll(() => activeRow(page)).toBeNull()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => activeRow(page)).toEqual({ id: newest - 1, place: 4 })
})
