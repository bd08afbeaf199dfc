import { spokenOfAll } from './catalogue.ts'
import { en } from './en/index.ts'

/**
 * The texts of the language that this page speaks. Ask anew at each use: it can change. What runs outside the screen asks
 * for its own part alone (`words/of`), so that no thread loads what it never says.
 */
export const words = spokenOfAll(en)
