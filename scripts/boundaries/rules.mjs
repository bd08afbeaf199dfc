import { FILES, ONE_PLACE, RENDERER_LAYERS, ROOMS } from './table.mjs'

const NODE_MODULES = 'node_modules/'
/** @param {string} name */
const packagePath = (name) => `${NODE_MODULES}(@types/)?${name}/`
/** @param {string} name */
function pathOf(name) {
  const found = [...ROOMS, ...FILES].find((room) => room.name === name)
  if (!found) throw new Error(`no room is called ${name}`)
  return found.path
}

/**
 * The table as rules of dependency-cruiser.
 * @returns {import('dependency-cruiser').IForbiddenRuleType[]}
 */
export function boundaryRules() {
  return [
    ...ROOMS.flatMap(roomRules),
    ...RENDERER_LAYERS.map(({ from, to, why }) => forbid(`renderer: ${why}`, { path: from }, { path: to })),
    forbid(
      'renderer: a feature never imports a feature',
      { path: '^src/renderer/features/([^/]+)/' },
      { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
    ),
    ...ONE_PLACE.map((only) =>
      forbid(
        `${only.package}: imported in one place alone`,
        { path: '^(src|electron)/', pathNot: only.path },
        { path: packagePath(only.package) },
      ),
    ),
    forbid('nothing imports a test', { path: '^(src|electron|scripts)/' }, { path: '^test/' }),
    forbid('no import leads in a circle', { path: '^(src|electron)/' }, { circular: true }),
    forbid('every import is found', { path: '^(src|electron)/' }, { couldNotResolve: true }),
  ]
}

/** @param {import('./table.mjs').Room} room */
function roomRules(room) {
  const allowed = [room.path, ...room.rooms.map(pathOf), ...room.packages.map(packagePath)]
  // Unresolved names are reported by a rule of their own.
  const outside = { pathNot: allowed, couldNotResolve: false }
  return [
    forbid(
      `${room.name}: only what the table allows`,
      { path: room.path },
      { ...outside, dependencyTypesNot: ['core'] },
    ),
    ...(room.node
      ? []
      : [forbid(`${room.name}: nothing of Node's`, { path: room.path }, { dependencyTypes: ['core'] })]),
  ]
}

/**
 * @param {string} name
 * @param {object} from
 * @param {object} to
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
function forbid(name, from, to) {
  return { name, severity: 'error', from, to }
}
