/**
 * A sentence with something other than text in its middle, such as a link or a key: `(link) => ['See ', link, '.']`.
 * The screen draws it with `Pieces`.
 */
export type Pieces<Piece> = readonly (string | Piece)[]
